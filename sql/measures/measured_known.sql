-- Of how many the answer to a question, or to two, is known, each person once however many answers they gave; and of how many it is not.
-- grain: one row a period, measure, place, characteristic or pair of them, and basis
with person as (
    select p.period, p.place_level, p.place, k.answered, k.known, count(*) filter (p.accessed) as x, count(*) as n
    from person_place p join person_known k on k.period = p.period and k.person_key = p.person_key
    where p.covered group by all
), linked as (
    select period, 'uptake' as measure, 'linked' as basis, place_level, place, characteristic, list_has_all(known, string_split(characteristic, ' and ')) as known, x, n
    from (select *, unnest(answered || pairs_of(list_filter(answered, lambda one: list_contains(personal, one)))) as characteristic from person, (select list(characteristic) as personal from characteristic))
), counted_otherwise as (
    select period, measure, way as basis, place_level, place, characteristic, known, seen_once as x, entitled_once as n from stock_and_flow_known
), cases as (
    select c.period, c.measure, 'cases' as basis, p.place_level, p.place, substring(c.characteristic, 8) as characteristic, c.code = 'yes' as known, c.numerator as x, c.denominator as n
    from case_by_site c join site_place p on p.period = c.period and p.site_code = c.site_code
    where starts_with(c.characteristic, 'known: ')
), counts as (
    select m.period, m.measure, m.basis, m.place_level, m.place, m.characteristic, coalesce(k.status, 'known') = 'known' as known, m.numerator as x, m.denominator as n
    from measured m left join answer_code k on k.characteristic = m.characteristic and k.code = m.code
    where m.basis = 'counts' and m.characteristic <> 'total' and m.reason is null
        and m.characteristic not in (select characteristic from characteristic where answers = 'many')
)
select period, measure, basis, place_level, place, characteristic, coalesce(sum(x) filter (known), 0)::bigint as known_numerator, coalesce(sum(n) filter (known), 0)::bigint as known_denominator,
    coalesce(sum(x) filter (not known), 0)::bigint as unknown_numerator, coalesce(sum(n) filter (not known), 0)::bigint as unknown_denominator
from (from linked union all from counted_otherwise union all from cases union all from counts) group by all
