-- Each group's ratio to the reference group within strata, put together (Mantel-Haenszel, variance of Greenland and Robins 1985), and the test of no gap.
-- Strata in order: the same to the last digit each time.
-- grain: one row a period, measure, place, characteristic and code
with stratum as (
    select g.period, g.measure, g.basis, g.place_level, g.place, g.characteristic, g.code,
        list(g.numerator order by g.stratum) as x1s, list(g.denominator order by g.stratum) as n1s,
        list(r.numerator order by g.stratum) as x2s, list(r.denominator order by g.stratum) as n2s
    from measured_by_stratum g
    join reference_answer reference on reference.characteristic = g.characteristic
    join measured_by_stratum r on r.period = g.period and r.measure = g.measure and r.place_level = g.place_level and r.place = g.place
        and r.stratum = g.stratum and r.characteristic = g.characteristic and r.code = reference.code
    where g.code <> reference.code
    group by all
), adjusted as (
    select period, measure, basis, place_level, place, characteristic, code, len(n1s) as strata,
        mantel_haenszel(x1s, n1s, x2s, n2s) as ratio, mantel_haenszel(x1s, n1s, x2s, n2s, 1 - 2 * (select level from setting)) as narrow,
        mantel_haenszel_p(x1s, n1s, x2s, n2s) as p
    from stratum
)
select period, measure, basis, place_level, place, characteristic, code, strata, ratio.value as adjusted_ratio, ratio.lower as adjusted_lower, ratio.upper as adjusted_upper,
    narrow.lower as narrow_lower, narrow.upper as narrow_upper, p
from adjusted where ratio.reason is null
