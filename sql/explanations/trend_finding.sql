-- The findings that a change is made of: that of the period and that of the period before.
-- asked_trend holds the changes that are asked about.
-- grain: one row a finding
select distinct f.finding_id, case when f.period = a.period then 'this period' else 'the period before' end as side
from asked_trend a join finding f on f.period in (a.period, a.previous_period) and f.measure = a.measure and f.basis = a.basis
    and f.place_level = a.place_level and f.place = a.place and f.characteristic = a.characteristic and f.code = a.code
