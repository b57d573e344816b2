-- Of which characteristics anything is known of each person entitled, and of which they have any answer at all.
-- grain: one row a period and person; both lists in alphabetical order
select a.period, a.person_key, list_sort(list_distinct(list(a.characteristic))) as answered,
    list_sort(list_distinct(coalesce(list(a.characteristic) filter (coalesce(k.status, 'known') = 'known'), []))) as known
from person_answer a left join answer_code k on k.characteristic = a.characteristic and k.code = a.code
where a.characteristic <> 'total' group by a.period, a.person_key
