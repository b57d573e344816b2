-- Each place's linked uptake as it would be with England's mixture of ages, or of ages and genders (directly standardised), and beside what its own
-- mixture would have with England's uptake (indirectly). By what is asked in the setting standardised_by.
-- A direct rate is a share of people: its limit is at most 1.
-- Not where a place has nobody of a band, or fewer than 10 people seen: the reason says so.
-- grain: one row a period, place and method
with england as (
    select * from standard_band where place_level = 'england'
), listed as (
    select p.period, p.place_level, p.place, p.asked, list(coalesce(b.numerator, 0) order by e.band) as xs, list(coalesce(b.denominator, 0) order by e.band) as ns,
        list(e.numerator order by e.band) as ref_xs, list(e.denominator order by e.band) as ref_ns
    from (select distinct period, place_level, place, asked from standard_band) p
    join england e on e.period = p.period and e.asked = p.asked
    left join standard_band b on b.period = p.period and b.place_level = p.place_level and b.place = p.place and b.asked = e.asked and b.band = e.band
    group by p.period, p.place_level, p.place, p.asked
), standard as (
    select period, place_level, place, asked, list_sum(xs)::bigint as numerator, list_sum(ns)::bigint as denominator,
        dsr(xs, ns, ref_ns, 1) as direct, isr(xs, ns, ref_xs, ref_ns) as indirect
    from listed
)
select md5(concat_ws('|', 'standardised', period, place_level, place, method.name)) as standardised_id, period, 'uptake' as measure, place_level, place, method.name as method, numerator, denominator,
    method.figure.value as value, method.figure.lower as lower, if(starts_with(method.name, 'direct'), least(method.figure.upper, 1), method.figure.upper) as upper, method.figure.reason as reason
from standard, unnest([{'name': 'direct, by ' || asked, 'figure': direct}, {'name': 'indirect, by ' || asked, 'figure': indirect}]) as u(method)
