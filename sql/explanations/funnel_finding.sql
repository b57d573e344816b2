-- The findings that a place beside its average is made of: its own, and those of the other places of its level.
-- asked_funnel holds the places that are asked about.
-- grain: one row a finding
select distinct f.finding_id, case when a.place = f.place then 'this place' else 'the other places of its level' end as side
from asked_funnel a join finding f on f.measure = a.measure and f.period = a.period and f.basis = a.basis and f.place_level = a.place_level
where f.characteristic = 'total' and f.reason is null and f.denominator > 0
