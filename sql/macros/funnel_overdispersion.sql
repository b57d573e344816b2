-- Units that differ by more than chance: overdispersion(tbl, kind, trim) and funnel_units(tbl, kind, trim), over rows of unit, numerator, denominator.
-- kind: proportion, rate (events and time), ratio (observed and expected, square root) or log ratio (the same, logarithm, trimmed instead of winsorised).

-- z of each unit, brought in to the trim and 1 - trim quantiles (type 7), or left out where beyond them. Spiegelhalter 2005, 2012.
create or replace macro funnel_z(tbl, kind := 'proportion', trim := 0.1) as table
    with unit as (
        select unit, numerator::double as a, denominator::double as b from query_table(tbl)
    ), scaled as (
        select unit, a, b, funnel_y(kind, a, b) as y, funnel_error(kind, a, b) as s, funnel_target(kind, sum(a) over (), sum(b) over ()) as target from unit
    ), scored as (
        select *, (y - target) / s as z from scaled
    ), edged as (
        select *, quantile_cont(z, trim::double) over () as low, quantile_cont(z, 1 - trim::double) over () as high from scored
    )
    select unit, a, b, y, s, target, z, case when kind = 'log ratio' then case when z between low and high then z end
        else least(greatest(z, low), high) end as z_used from edged;

-- phi = sum of z squared / N; tau2 = 0 if N phi < N - 1, else (N phi - (N - 1)) / (sum w - sum w^2 / sum w), w = 1 / s^2.
-- Not with fewer than 10 units: FUNNEL_LT10.
create or replace macro overdispersion(tbl, kind := 'proportion', trim := 0.1) as table
    with summed_up as (
        select count(z_used) as units, sum(z_used * z_used) as squares, sum(1 / (s * s)) as w, sum(1 / power(s, 4)) as ww
        from funnel_z(tbl, kind := kind, trim := trim) where z_used is not null
    )
    select units, case when units >= 10 then squares / units end as phi,
        case when units >= 10 then case when squares < units - 1 then 0 else (squares - (units - 1)) / (w - ww / w) end end as tau2,
        trim::double as trim, case when units < 10 then 'FUNNEL_LT10' end as reason
    from summed_up;

-- Each unit's value, the limits it is expected within once over-dispersion is allowed for, and its z.
create or replace macro funnel_units(tbl, kind := 'proportion', trim := 0.1, confidence := 0.95) as table
    with spread as (
        select coalesce(tau2, 0) as tau2, reason from overdispersion(tbl, kind := kind, trim := trim)
    )
    select unit, a / b as value, funnel_back(kind, target) as target,
        funnel_back(kind, target - critical_value(confidence) * sqrt(s * s + tau2)) as lower,
        funnel_back(kind, target + critical_value(confidence) * sqrt(s * s + tau2)) as upper,
        z, (y - target) / sqrt(s * s + tau2) as z_adjusted, tau2, reason
    from funnel_z(tbl, kind := kind, trim := trim), spread;
