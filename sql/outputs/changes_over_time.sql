-- Each period beside the one before it; where other sites tell than before, the change at those that told in both.
select trend_id, t.period, previous_period, t.measure, t.basis, t.place_level, t.place, t.characteristic, t.code, coalesce(f.label, t.code) as label,
    t.rate, previous_rate, change, change_lower, change_upper, base_changed, sites_gained, sites_lost, alike_change, alike_lower, alike_upper, t.reason
from trend t
left join finding f on (f.measure, f.period, f.basis, f.place_level, f.place, f.characteristic, f.code)
    = (t.measure, t.period, t.basis, t.place_level, t.place, t.characteristic, t.code)
where t.measure = 'uptake'
order by t.period, t.place_level, t.place, t.characteristic, t.code
