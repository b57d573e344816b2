-- Uptake over three denominators, which give different figures: people entitled at some time of the period, episodes
-- that began in it (flow), and people entitled on its last day (stock).
-- grain: one row a period, place and denominator
with counted as (
    select period, place_level, place, 'people in the period' as denominator_name,
        count(*) as entitled, count(*) filter (accessed) as seen
    from person_place where covered group by period, place_level, place
    union all
    select e.period, e.place_level, e.place, case e.way when 'flow' then 'episodes begun in the period' else 'people on the last day' end,
        case e.way when 'flow' then count(*) else count(distinct e.person_key) end,
        case e.way when 'flow' then count(*) filter (e.accessed) else count(distinct e.person_key) filter (e.accessed) end
    from episode_place e
    join person_place p on p.period = e.period and p.place_level = e.place_level and p.place = e.place and p.person_key = e.person_key
    where p.covered
    group by e.period, e.place_level, e.place, e.way
)
select period, place_level, place, denominator_name, seen as numerator, entitled as denominator,
    wilson(seen, entitled).value as rate, wilson(seen, entitled).lower as lower, wilson(seen, entitled).upper as upper
from counted
