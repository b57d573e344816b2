-- Uptake of those who share two answers, within site and legal status.
-- grain: one row a period, site, legal status, pair of characteristics and pair of codes
with answer as (
    select a.period, a.person_key, a.characteristic, a.code
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
), counted as (
    select p.period, p.site_code, p.legal_status, a.characteristic, b.characteristic as other_characteristic, a.code, b.code as other_code,
        count(*) filter (p.accessed) as numerator, count(*) as denominator
    from linked_person p
    join answer a on a.period = p.period and a.person_key = p.person_key
    join answer b on b.period = p.period and b.person_key = p.person_key and b.characteristic > a.characteristic
    where p.covered
    group by all
)
select period, site_code, legal_status, characteristic || ' and ' || other_characteristic as characteristic, code || ' and ' || other_code as code, numerator, denominator from counted
