-- Each place's uptake beside the average of places of its level, within the limits that chance sets, and those that allow for places differing anyway.
-- Limits at 95 and 99.8 %; over-dispersion by the angle of the share, winsorised at a tenth (Spiegelhalter 2005); none from fewer than 10 places: FUNNEL_LT10.
-- grain: one row a period, measure, basis and place
with unit as (
    select period, measure, basis, place_level, place, numerator::double as x, denominator::double as n,
        sum(numerator) over level_of / sum(denominator) over level_of as average, count(*) over level_of as places
    from measured where characteristic = 'total' and reason is null and denominator > 0 and place_level <> 'england'
    window level_of as (partition by period, measure, basis, place_level)
), scored as (
    select *, (funnel_y('proportion', x, n) - asin(sqrt(average))) / funnel_error('proportion', x, n) as z from unit
), trimmed as (
    select *, least(greatest(z, quantile_cont(z, 0.1) over level_of), quantile_cont(z, 0.9) over level_of) as z_used
    from scored window level_of as (partition by period, measure, basis, place_level)
), spread as (
    select period, measure, basis, place_level, sum(z_used * z_used order by place) as squares, count(*) as k, sum(4 * n order by place) as w, sum(16 * n * n order by place) as ww
    from trimmed group by period, measure, basis, place_level
), limited as (
    select t.*, case when k >= 10 then squares / k end as phi, case when k >= 10 then case when squares < k - 1 then 0 else (squares - (k - 1)) / (w - ww / w) end end as tau2,
        funnel_proportion(average, n) as narrow, funnel_proportion(average, n, 0.998) as wide
    from trimmed t join spread s on s.period = t.period and s.measure = t.measure and s.basis = t.basis and s.place_level = t.place_level
), allowed as (
    select *, funnel_back('proportion', asin(sqrt(average)) - 1.959963984540054 * error) as allowed_lower_95, funnel_back('proportion', asin(sqrt(average)) + 1.959963984540054 * error) as allowed_upper_95,
        funnel_back('proportion', asin(sqrt(average)) - 3.090232306167813 * error) as allowed_lower_998, funnel_back('proportion', asin(sqrt(average)) + 3.090232306167813 * error) as allowed_upper_998
    from (select *, sqrt(1 / (4 * n) + tau2) as error from limited)
)
select md5(concat_ws('|', 'funnel', measure, period, place_level, place, basis)) as funnel_id, period, measure, basis, place_level, place, x::bigint as numerator, n::bigint as denominator, x / n as rate, average, places,
    narrow.lower as lower_95, narrow.upper as upper_95, wide.lower as lower_998, wide.upper as upper_998, funnel_label(x / n, narrow, wide) as position, phi, tau2,
    allowed_lower_95, allowed_upper_95, allowed_lower_998, allowed_upper_998,
    funnel_label(x / n, {'lower': allowed_lower_95, 'upper': allowed_upper_95}, {'lower': allowed_lower_998, 'upper': allowed_upper_998}) as allowed_position,
    case when phi is null then 'FUNNEL_LT10' end as reason
from allowed
