-- The answers of everybody with a case, as the advocacy service has them, one by one and two together; one answer 'All' for the total; and of each
-- characteristic and pair of them whether any answer is known.
-- grain: one row a period, person, characteristic or pair, and answer or pair; 'known: <characteristic>' has the answers yes and no
with answer as (
    select distinct period, person_key, characteristic, code from person_characteristic where source = 'advocacy_case'
), judged as (
    select a.period, a.person_key, a.characteristic, a.code, coalesce(k.status, 'known') = 'known' as known, k.code is not null as listed
    from answer a left join answer_code k on k.characteristic = a.characteristic and k.code = a.code
), asked as (
    select period, person_key, characteristic, bool_or(known) as known from judged group by period, person_key, characteristic
)
from answer
union all
select distinct period, person_key, 'total', 'All' from advocacy_case
union all
select a.period, a.person_key, a.characteristic || ' and ' || b.characteristic, a.code || ' and ' || b.code
from judged a join judged b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
where a.known and a.listed and b.known and b.listed
union all
select period, person_key, 'known: ' || characteristic, case when known then 'yes' else 'no' end from asked
union all
select a.period, a.person_key, 'known: ' || a.characteristic || ' and ' || b.characteristic, case when a.known and b.known then 'yes' else 'no' end
from asked a join asked b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
