-- Each place's linked uptake as it would be with England's ages (directly standardised), and beside what its own ages would have with England's uptake (indirectly).
-- Not where a place has nobody of an age band, or fewer than 10 people seen: the reason says so.
-- grain: one row a period, place and method
with band as (
    select period, place_level, place, code, numerator, denominator from uptake
    where basis = 'linked' and characteristic = 'age' and reason is null and code in (select code from answer_code where characteristic = 'age' and status = 'known')
), england as (
    select * from band where place_level = 'england'
), listed as (
    select p.period, p.place_level, p.place, list(coalesce(b.numerator, 0) order by e.code) as xs, list(coalesce(b.denominator, 0) order by e.code) as ns,
        list(e.numerator order by e.code) as ref_xs, list(e.denominator order by e.code) as ref_ns
    from (select distinct period, place_level, place from band) p
    join england e on e.period = p.period
    left join band b on b.period = p.period and b.place_level = p.place_level and b.place = p.place and b.code = e.code
    group by p.period, p.place_level, p.place
), standard as (
    select period, place_level, place, list_sum(xs)::bigint as numerator, list_sum(ns)::bigint as denominator,
        dsr(xs, ns, ref_ns, 1) as direct, isr(xs, ns, ref_xs, ref_ns) as indirect
    from listed
)
select period, 'uptake' as measure, place_level, place, method.name as method, numerator, denominator,
    method.figure.value as value, method.figure.lower as lower, method.figure.upper as upper, method.figure.reason as reason
from standard, unnest([{'name': 'direct, by age', 'figure': direct}, {'name': 'indirect, by age', 'figure': indirect}]) as u(method)
