-- Each group's ratio to everybody else whose answer is known, within strata, put together (Mantel-Haenszel, variance of Greenland and Robins 1985).
-- It needs no choice of a reference; where a person may give several answers, everybody else is everybody without this one.
-- grain: one row a period, measure, place, characteristic and code
with stratum as (
    select g.period, g.measure, g.basis, g.place_level, g.place, g.characteristic, g.code,
        list(g.numerator order by g.stratum) as x1s, list(g.denominator order by g.stratum) as n1s,
        list(k.numerator - g.numerator order by g.stratum) as x2s, list(k.denominator - g.denominator order by g.stratum) as n2s
    from measured_by_stratum g
    join judged_code j on j.characteristic = g.characteristic and j.code = g.code and j.status = 'known'
    join known_by_stratum k on k.period = g.period and k.measure = g.measure and k.basis = g.basis and k.place_level = g.place_level and k.place = g.place
        and k.stratum = g.stratum and k.characteristic = g.characteristic
    group by all
), adjusted as (
    select period, measure, basis, place_level, place, characteristic, code, mantel_haenszel(x1s, n1s, x2s, n2s) as ratio from stratum
)
select * from adjusted where ratio.reason is null
