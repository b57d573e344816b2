-- Each place's uptake beside the average of its level: within chance, or beyond it, and beyond what places usually differ.
-- The average is rounded like every share, for an exact one would give away the counts that it is worked out of.
with named as (
    select place_level, place, min(place_name) as place_name from finding group by all
)
select funnel_id, period, basis, place_level, place, place_name, numerator as with_case, denominator as entitled, rate, round(average, 2) as average,
    lower_95, upper_95, lower_998, upper_998, position, allowed_position, phi, reason, numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from funnel left join named using (place_level, place)
where measure = 'uptake' order by period, basis, place_level, rate, place
