-- Who has an advocacy case at each type of site, by characteristic.
select finding_id, period, place, place_name, basis, characteristic, code, label, status, numerator as with_case, denominator as entitled, rate, lower, upper,
    numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from finding where measure = 'uptake' and place_level = 'site type' and characteristic <> 'total' and characteristic not like '% and %'
order by period, place, basis desc, characteristic, status <> 'known', sort, label
