-- Of which characteristics anything is known of each person entitled, and of which they have any answer at all.
-- grain: one row a period and person; both lists in alphabetical order
with answered as (
    select a.period, a.person_key, a.characteristic, bool_or(coalesce(k.status, 'known') = 'known') as known
    from person_answer a left join answer_code k on k.characteristic = a.characteristic and k.code = a.code
    where a.characteristic <> 'total' group by a.period, a.person_key, a.characteristic
)
select period, person_key, list(characteristic order by characteristic) as answered, coalesce(list(characteristic order by characteristic) filter (known), []) as known
from answered group by period, person_key
