-- Who sees an advocate, by characteristic, in England.
select period, basis, characteristic, code, label, status, numerator as seen, denominator as entitled, rate, lower, upper, hidden
from finding where measure = 'uptake' and place_level = 'england' and characteristic not like '% and %'
order by period, basis desc, characteristic <> 'total', characteristic, status <> 'known', sort, label
