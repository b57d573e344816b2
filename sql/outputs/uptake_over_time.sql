-- Uptake in England in each period, everybody and each group.
select finding_id, period, basis, characteristic, code, label, status, numerator as with_case, denominator as entitled, rate, lower, upper, numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from finding where measure = 'uptake' and place_level = 'england' and characteristic not like '% and %' and status = 'known'
order by basis desc, characteristic <> 'total', characteristic, sort, label, period
