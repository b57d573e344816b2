-- How many people were found on both sides by each tier, and how many of these links are likely to be false: where both
-- sides hold a number, each tier's rule is checked by the other.
-- grain: one row a period and tier
with hospital as (
    select distinct period, link_key, person_key, link_tier from patient
), advocacy as (
    select distinct period, link_key, person_key, link_tier from advocacy_case
), link as (
    select h.period, greatest(min(h.link_tier), max(a.link_tier), min(a.link_tier)) as tier, h.person_key
    from hospital h join advocacy a on a.period = h.period and a.person_key = h.person_key
    where h.link_tier is not null and a.link_tier is not null
    group by h.period, h.person_key
), only_one as (
    select h.period, h.link_key, h.person_key as hospital_person, a.person_key as advocacy_person
    from (select period, link_key, any_value(person_key) as person_key from hospital where link_tier = 1 and link_key is not null
        group by period, link_key having count(distinct person_key) = 1) h
    join (select period, link_key, any_value(person_key) as person_key from advocacy where link_tier = 1 and link_key is not null
        group by period, link_key having count(distinct person_key) = 1) a on a.period = h.period and a.link_key = h.link_key
), same_site as (
    select p.period, p.person_key, bool_or(p.link_key = c.link_key) as same
    from patient p
    join advocacy_case c on c.period = p.period and c.person_key = p.person_key and c.site_code = p.site_code
    where p.link_tier = 1 and c.link_tier = 1 and p.link_key is not null and c.link_key is not null
    group by p.period, p.person_key
), checked as (
    select period, 1 as tier, count(*) as checked, count(*) filter (not same) as contradicted from same_site group by period
    union all
    select period, 2, count(*), count(*) filter (hospital_person <> advocacy_person) from only_one group by period
), counted as (
    select period, tier, count(*) as links from link group by period, tier
)
select p.period, t.tier, t.rule, t.enabled, coalesce(counted.links, 0) as links, coalesce(checked.checked, 0) as checked,
    coalesce(checked.contradicted, 0) as contradicted, wilson(checked.contradicted, checked.checked).value as false_share,
    wilson(checked.contradicted, checked.checked).upper as false_share_upper, t.measured_precision
from (select distinct period from hospital union select distinct period from advocacy) p
cross join link_tier t
left join counted on counted.period = p.period and counted.tier = t.tier
left join checked on checked.period = p.period and checked.tier = t.tier
