-- How long people wait for an advocate, those still waiting counted as waiting.
select period, place_level, place, wait, people, met, still_waiting, lower_quartile, median, upper_quartile, within_7_days, within_7_lower, within_7_upper,
    people_mark, met_mark, still_waiting_mark, hidden
from days_to_contact where place_level in ('england', 'site')
order by period, place_level, place, wait
