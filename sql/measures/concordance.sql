-- Whether the hospital and the advocacy service say the same about the same person.
-- grain: one row a period and characteristic
with said as (
    select pc.period, pc.person_key, pc.characteristic, pc.source, max(pc.recorded) as recorded,
        bool_or(coalesce(code.status, 'known') = 'known') as known
    from person_characteristic pc
    left join code on code.characteristic = pc.characteristic and code.code = split_part(pc.recorded, '; ', 1)
    group by all
), pair as (
    select h.period, h.characteristic, h.known as hospital_knows, a.known as advocacy_knows, h.recorded = a.recorded as same
    from said h join said a on a.period = h.period and a.person_key = h.person_key and a.characteristic = h.characteristic
    where h.source = 'patient' and a.source = 'advocacy_case'
)
select period, characteristic, count(*) as people,
    count(*) filter (hospital_knows and advocacy_knows and same) as agree,
    count(*) filter (hospital_knows and advocacy_knows and not same) as disagree,
    count(*) filter (hospital_knows and not advocacy_knows) as only_hospital,
    count(*) filter (advocacy_knows and not hospital_knows) as only_advocacy,
    count(*) filter (not hospital_knows and not advocacy_knows) as neither
from pair group by period, characteristic
