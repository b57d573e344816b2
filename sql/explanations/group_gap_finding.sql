-- The findings that a whole group's gap is made of: those of its codes, and that of the reference.
-- asked_group_gap holds the gaps that are asked about.
-- grain: one row a finding
select distinct f.finding_id, case when f.code = a.reference then 'the group of reference' else 'the group' end as side
from asked_group_gap a
join code k on k.characteristic = a.characteristic and k.status = 'known' and (k.code = a.reference or k.code_group = a.code)
join finding f on f.measure = a.measure and f.period = a.period and f.basis = 'linked' and f.place_level = if(a.place_level = 'site types together', 'site type', a.place_level)
    and list_contains(string_split(coalesce(a.consists_of, a.place), '; '), f.place) and f.characteristic = a.characteristic and f.code = k.code
