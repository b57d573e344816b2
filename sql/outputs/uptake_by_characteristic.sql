-- Who has an advocacy case, by characteristic, in England.
select finding_id, period, basis, characteristic, code, label, status, numerator as with_case, denominator as entitled, rate, lower, upper, rate_bound_low, rate_bound_high, numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from finding where measure = 'uptake' and place_level = 'england' and characteristic not like '% and %'
order by period, basis desc, characteristic <> 'total', characteristic, status <> 'known', sort, label
