-- Funnels around an average: funnel_proportion(p0, n), funnel_ratio(x), funnel_label(value, narrow, wide), overdispersion(tbl), funnel_units(tbl).

-- Where the share of n people is expected when its long-run share is p0: p0 -/+ z sqrt(p0 (1 - p0) / n), Spiegelhalter 2005. Confidence 0.95 and 0.998.
create or replace macro funnel_proportion(p0, n, confidence := 0.95) as list_transform(
    [{'p0': (p0)::double, 'n': (n)::double, 'reach': critical_value(confidence) * sqrt((p0)::double * (1 - (p0)::double) / nullif(greatest(n, 0), 0))}], lambda around: case
        when around.p0 is null then refused('NO_NUMERATOR') when not isfinite(around.p0) or not isfinite(around.n) then refused('NOT_FINITE') when around.reach is null then refused('DENOM_ZERO')
        when around.p0 < 0 then refused('NEGATIVE') when around.p0 > 1 then refused('NUM_GT_DENOM')
        else fine(around.p0, greatest(around.p0 - around.reach, 0), least(around.p0 + around.reach, 1)) end)[1];

-- Where the ratio to the average of a unit with x events is expected: x over its exact upper and lower Poisson limits; times the average it is a rate.
create or replace macro funnel_ratio(x, confidence := 0.95) as case
    when count_fault(x) is not null then refused(count_fault(x))
    else fine(1, (x) / poisson_upper(x, confidence), case when x = 0 then 'infinity'::double else (x) / poisson_lower(x, confidence) end) end;

-- What a unit's value is said to be, of its limits at 0.95 and at 0.998.
create or replace macro funnel_label(value, narrow, wide) as case
    when value is null or (narrow).lower is null then null
    when value < (wide).lower then 'Low (0.001)' when value > (wide).upper then 'High (0.001)'
    when value < (narrow).lower then 'Low (0.025)' when value > (narrow).upper then 'High (0.025)' else 'Not significant' end;

-- On which scale units are compared: shares by the angle, rates and standardised ratios (CQC: square root, SHMI: logarithm). y, its target and standard error.
create or replace macro funnel_y(kind, a, b) as case kind
    when 'proportion' then asin(sqrt(a / b)) when 'rate' then ln((a + 0.5) / (b + 0.5))
    when 'ratio' then sqrt(a / b) when 'log ratio' then ln(a / b) end;
create or replace macro funnel_target(kind, a, b) as case kind
    when 'proportion' then asin(sqrt(a / b)) when 'rate' then ln(a / b) when 'ratio' then 1 when 'log ratio' then 0 end;
create or replace macro funnel_error(kind, a, b) as case kind
    when 'proportion' then 1 / (2 * sqrt(b)) when 'rate' then sqrt(a / power(a + 0.5, 2) + b / power(b + 0.5, 2))
    when 'ratio' then 1 / (2 * sqrt(b)) when 'log ratio' then 1 / sqrt(b) end;
create or replace macro funnel_back(kind, y) as case when y is null then null else case kind
    when 'proportion' then power(sin(least(greatest(y, 0), pi() / 2)), 2) when 'rate' then exp(y) when 'ratio' then power(greatest(y, 0), 2) when 'log ratio' then exp(y) end end;

-- The label of x events where so many were expected: outside the exact Poisson limits of x. Holds for none, where a ratio has no limits.
create or replace macro funnel_count_label(x, expected) as case
    when x is null or expected is null then null
    when poisson_upper(x, 0.998) < expected then 'Low (0.001)' when poisson_lower(x, 0.998) > expected then 'High (0.001)'
    when poisson_upper(x) < expected then 'Low (0.025)' when poisson_lower(x) > expected then 'High (0.025)' else 'Not significant' end;
