-- Uptake in England of those who share two answers, within site and legal status.
-- grain: one row a period, stratum, pair of characteristics and pair of codes
with answer as (
    select a.period, a.person_key, a.characteristic, a.code
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
)
select p.period, p.site_code || ' ' || p.legal_status as stratum, a.characteristic || ' and ' || b.characteristic as characteristic, a.code || ' and ' || b.code as code,
    count(*) filter (p.accessed) as numerator, count(*) as denominator
from linked_person p
join answer a on a.period = p.period and a.person_key = p.person_key
join answer b on b.period = p.period and b.person_key = p.person_key and b.characteristic > a.characteristic
where p.covered
group by all
