-- Whether two sources say the same about the same person: hospitals and advocacy services, and two of one kind.
-- kappa is Cohen's (1960), over the people of whom both know: agreement beyond what the answers' frequencies give by chance.
-- grain: one row a period, characteristic and pair of sources
with said as (
    select pc.period, pc.person_key, pc.characteristic, case pc.source when 'patient' then 'hospital' else 'advocacy' end as source,
        pc.provider_code, max_by(pc.recorded, (coalesce(code.status, 'known') = 'known', pc.recorded)) as recorded,
        bool_or(coalesce(code.status, 'known') = 'known') as known
    from person_characteristic pc
    left join code on code.characteristic = pc.characteristic and code.code = split_part(pc.recorded, '; ', 1)
    group by all
), pair as (
    select a.period, a.characteristic, a.source as source_a, b.source as source_b, a.known as a_knows, b.known as b_knows,
        list_sort(string_split(a.recorded, '; ')) as a_says, list_sort(string_split(b.recorded, '; ')) as b_says
    from said a
    join said b on b.period = a.period and b.person_key = a.person_key and b.characteristic = a.characteristic
        and (a.source > b.source or (a.source = b.source and a.provider_code < b.provider_code))
), answer as (
    select period, characteristic, source_a, source_b, says, count(*) filter (side = 'a') as by_a, count(*) filter (side = 'b') as by_b
    from (
        select period, characteristic, source_a, source_b, a_says as says, 'a' as side from pair where a_knows and b_knows
        union all
        select period, characteristic, source_a, source_b, b_says, 'b' from pair where a_knows and b_knows
    ) group by all
), chance as (
    select period, characteristic, source_a, source_b, sum(by_a * by_b) / (sum(by_a) * sum(by_b)) as expected
    from answer group by all
), counted as (
    select period, characteristic, source_a, source_b, count(*) as people,
        count(*) filter (a_knows and b_knows and a_says = b_says) as agree,
        count(*) filter (a_knows and b_knows and a_says <> b_says) as disagree,
        count(*) filter (a_knows and not b_knows) as only_a,
        count(*) filter (b_knows and not a_knows) as only_b,
        count(*) filter (not a_knows and not b_knows) as neither
    from pair group by period, characteristic, source_a, source_b
)
select c.period, c.characteristic, c.source_a, c.source_b, c.people, c.agree, c.disagree, c.only_a, c.only_b, c.neither,
    (c.agree / nullif(c.agree + c.disagree, 0) - chance.expected) / nullif(1 - chance.expected, 0) as kappa
from counted c
left join chance on chance.period = c.period and chance.characteristic = c.characteristic
    and chance.source_a = c.source_a and chance.source_b = c.source_b
