-- The answers of everybody with a case, as the advocacy service has them; one answer 'All' for the total; and of each characteristic whether any answer is known.
-- grain: one row a period, person, characteristic and answer; 'known: <characteristic>' has the answers yes and no
with answer as (
    select distinct period, person_key, characteristic, code from person_characteristic where source = 'advocacy_case'
)
from answer
union all
select distinct period, person_key, 'total', 'All' from advocacy_case
union all
select a.period, a.person_key, 'known: ' || a.characteristic, case when bool_or(coalesce(k.status, 'known') = 'known') then 'yes' else 'no' end
from answer a left join answer_code k on k.characteristic = a.characteristic and k.code = a.code
group by a.period, a.person_key, a.characteristic
