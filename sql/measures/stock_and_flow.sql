-- Two more ways to count uptake: of the episodes that began in the period (flow), and of the people entitled on its last day (stock).
-- An episode is one row at a place. A person on the last day is as many as they are held under kinds of section: counted_once marks one of them, for what counts people.
-- What does not count at its site counts at no larger place: somebody who moved on to where nobody told who was seen is not in the stock.
-- Gaps are adjusted within site and kind of section.
-- grain: one row a period, way, place, person, kind of section and first day
select e.period, e.way, case e.way when 'flow' then 'uptake of new episodes' else 'uptake on the last day' end as measure, e.place_level, e.place,
    e.person_key, e.kind, e.start_date, e.site_code || ' ' || e.kind as stratum, e.accessed,
    e.way = 'flow' or row_number() over (partition by e.period, e.way, e.place_level, e.place, e.person_key order by e.kind, e.start_date) = 1 as counted_once
from episode_place e
join person_place p on p.period = e.period and p.place_level = 'site' and p.place = e.site_code and p.person_key = e.person_key
where p.covered
