-- Mantel-Haenszel risk ratio of each group against the reference group over site and legal status, with the
-- variance of Greenland and Robins 1985. Not where no stratum has both groups. Summed in order: the same to the last digit.
-- grain: one row a period, place, characteristic and code
with pair as (
    select g.period, g.place_level, g.place, g.site_code, g.legal_status, g.characteristic, g.code,
        g.numerator::double as a, g.denominator::double as n1, r.numerator::double as b, r.denominator::double as n0,
        (g.denominator + r.denominator)::double as n
    from uptake_by_stratum g
    join code reference on reference.characteristic = g.characteristic and reference.is_reference
    join uptake_by_stratum r on r.period = g.period and r.place_level = g.place_level and r.place = g.place
        and r.site_code = g.site_code and r.legal_status = g.legal_status
        and r.characteristic = g.characteristic and r.code = reference.code
    where g.code <> reference.code
), summed as (
    select period, place_level, place, characteristic, code,
        sum(a * n0 / n order by site_code, legal_status) as up, sum(b * n1 / n order by site_code, legal_status) as down,
        sum((n1 * n0 * (a + b) - a * b * n) / (n * n) order by site_code, legal_status) as spread
    from pair group by period, place_level, place, characteristic, code
)
select period, place_level, place, characteristic, code, up / down as adjusted_ratio,
    up / down * exp(-1.959963984540054 * sqrt(spread / (up * down))) as adjusted_lower,
    up / down * exp(1.959963984540054 * sqrt(spread / (up * down))) as adjusted_upper
from summed where up > 0 and down > 0 and spread >= 0
