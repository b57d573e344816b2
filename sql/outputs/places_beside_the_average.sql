-- Each place's uptake beside the average of its level: within chance, or beyond it, and beyond what places usually differ.
select period, basis, place_level, place, rate, average, lower_95, upper_95, lower_998, upper_998, position, allowed_position, phi, reason
from funnel where measure = 'uptake' order by period, basis, place_level, rate
