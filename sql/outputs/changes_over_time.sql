-- Each period beside the one before it; where other sites tell than before, the change at those that told in both.
select trend_id, period, previous_period, measure, basis, place_level, place, characteristic, code, rate, previous_rate, change, change_lower, change_upper,
    base_changed, sites_gained, sites_lost, alike_change, alike_lower, alike_upper, reason
from trend where measure = 'uptake' order by period, place_level, place, characteristic, code
