-- Who sees an advocate, by site.
select period, place as site_code, place_name as site, basis, numerator as seen, denominator as entitled, rate, lower, upper, reason, hidden
from finding where measure = 'uptake' and place_level = 'site' and characteristic = 'total'
order by period, rate nulls last, place_name, basis
