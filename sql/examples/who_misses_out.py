"""Who misses out, from the analysts' database. Needs: pip install duckdb (2.0 or later); jobs/validate/python has it.

python who_misses_out.py H/warehouse.duckdb
"""

import sys

import duckdb

warehouse = duckdb.connect(sys.argv[1], read_only=True)
gaps = warehouse.execute("""
    select place_name, sentence from finding
    where measure = 'uptake' and verdict = 'gap' and sentence is not null and place_level in ('england', 'site')
    order by place_level, adjusted_ratio""")
for place, sentence in gaps.fetchall():
    print(f"{place}: {sentence}")

# The macros work on numbers and tables of your own.
print(warehouse.execute("select wilson(264, 1370) as uptake_of_an_inner_city_site").fetchone())
