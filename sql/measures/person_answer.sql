-- The answers of everybody entitled, and one answer 'All' for the total.
-- grain: one row a period, person, characteristic and answer
select distinct period, person_key, characteristic, code
from person_characteristic where source = 'patient' and qualifies
union all
select distinct period, person_key, 'total', 'All' from qualifying_patient
