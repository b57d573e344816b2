-- Under which kind of section people are entitled, and whether they are placed out of area: uptake is compared by these as by characteristics.
-- grain: one row a period, person, circumstance and answer
select distinct period, person_key, 'kind of section' as characteristic, kind as code from episode where qualifies
union all
select period, person_key, 'out of area', case when bool_or(out_of_area) then 'yes' when bool_or(not out_of_area) then 'no' else 'not recorded' end
from qualifying_patient group by period, person_key
