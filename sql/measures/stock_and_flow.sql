-- Two more ways to count uptake: of the episodes that began in the period (flow), and of the people entitled on its last day (stock).
-- A unit is what counts once at a place: an episode in the flow, a person in the stock. Gaps are adjusted within site and kind of section.
-- grain: one row a period, measure, place, unit, site and kind of section
select distinct e.period, e.way, case e.way when 'flow' then 'uptake of new episodes' else 'uptake on the last day' end as measure, e.place_level, e.place,
    e.person_key, case e.way when 'flow' then concat_ws(' ', e.person_key, e.kind, e.start_date) else e.person_key end as unit,
    e.kind, e.site_code || ' ' || e.kind as stratum, e.accessed
from episode_place e
join person_place p on p.period = e.period and p.place_level = e.place_level and p.place = e.place and p.person_key = e.person_key
where p.covered
