-- Uptake over three denominators, which give different figures: people entitled at some time of the period, episodes
-- that began in it (flow), and people entitled on its last day (stock).
-- grain: one row a period, place and denominator
with counted as (
    select period, place_level, place, 'people in the period' as denominator_name,
        count(*) as entitled, count(*) filter (accessed) as seen
    from person_place where covered group by period, place_level, place
    union all
    select period, place_level, place, case way when 'flow' then 'episodes begun in the period' else 'people on the last day' end,
        count(*), count(*) filter (accessed)
    from stock_and_flow where counted_once group by period, place_level, place, way
)
select period, place_level, place, denominator_name, seen as numerator, entitled as denominator,
    wilson(seen, entitled).value as rate, wilson(seen, entitled).lower as lower, wilson(seen, entitled).upper as upper
from counted
