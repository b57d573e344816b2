-- Of how many the answer to a question is known, each person once however many answers they gave; and of how many it is not.
-- grain: one row a period, measure, place, characteristic and basis
with linked as (
    select p.period, 'uptake' as measure, 'linked' as basis, p.place_level, p.place, a.characteristic, a.known, count(*) filter (p.accessed) as x, count(*) as n
    from person_place p join (
        select period, person_key, characteristic, bool_or(coalesce(status, 'known') = 'known') as known
        from person_answer left join answer_code using (characteristic, code) where characteristic <> 'total' group by all) a
        on a.period = p.period and a.person_key = p.person_key
    where p.covered group by all
), cases as (
    select c.period, c.measure, 'cases' as basis, p.place_level, p.place, substring(c.characteristic, 8) as characteristic, c.code = 'yes' as known, sum(c.numerator)::bigint as x, sum(c.denominator)::bigint as n
    from case_by_site c join site_place p on p.period = c.period and p.site_code = c.site_code
    where starts_with(c.characteristic, 'known: ') group by all
), counts as (
    select m.period, m.measure, m.basis, m.place_level, m.place, m.characteristic, coalesce(k.status, 'known') = 'known' as known, sum(m.numerator)::bigint as x, sum(m.denominator)::bigint as n
    from measured m left join answer_code k on k.characteristic = m.characteristic and k.code = m.code
    where m.basis = 'counts' and m.characteristic <> 'total' and m.reason is null
        and m.characteristic not in (select characteristic from characteristic where answers = 'many')
    group by all
)
select period, measure, basis, place_level, place, characteristic, coalesce(sum(x) filter (known), 0)::bigint as known_numerator, coalesce(sum(n) filter (known), 0)::bigint as known_denominator,
    coalesce(sum(x) filter (not known), 0)::bigint as unknown_numerator, coalesce(sum(n) filter (not known), 0)::bigint as unknown_denominator
from (from linked union all from cases union all from counts) group by all
