-- The answers of everybody entitled, their circumstances, and one answer 'All' for the total.
-- grain: one row a period, person, characteristic and answer
select distinct period, person_key, characteristic, code
from person_characteristic where source = 'patient' and qualifies
union all
select distinct period, person_key, 'total', 'All' from qualifying_patient
union all
select period, person_key, characteristic, code from circumstance
