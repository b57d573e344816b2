-- The findings that a summary of inequality is made of: those of the groups of enough people.
-- asked_inequality holds the summaries that are asked about.
-- grain: one row a finding
select distinct f.finding_id, f.label as side
from asked_inequality a join finding f on f.measure = a.measure and f.period = a.period and f.basis = a.basis
    and f.place_level = a.place_level and f.place = a.place and f.characteristic = a.characteristic
where f.status = 'known' and f.rate is not null and f.denominator >= (select small_group from setting)
