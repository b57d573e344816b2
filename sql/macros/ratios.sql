-- Ratios of two groups: risk_ratio(x1, n1, x2, n2), rate_ratio(events1, time1, events2, time2), koopman_lower and koopman_upper.

-- The distance of a supposed ratio from the data, as chi-square (Koopman 1984; Miettinen and Nurminen 1985 without the factor of correction):
-- the share of group 1 is the likeliest under the ratio, the root of a quadratic taken without subtraction.
create or replace macro score_of_share(x, n, p, q) as case when x = n * p then 0 else power(x - n * p, 2) / (n * p * q) end;
create or replace macro score_of_ratio(g, ratio) as list_transform([{
        'x1': g.x1, 'n1': g.n1, 'x2': g.x2, 'n2': g.n2, 'ratio': ratio,
        'b': ratio * (g.n1 + g.x2) + g.x1 + g.n2, 'ac': ratio * (g.n1 + g.n2) * (g.x1 + g.x2)}],
    lambda quadratic: list_transform([quadratic.ratio * 2 * (quadratic.x1 + quadratic.x2) / (quadratic.b + sqrt(greatest(quadratic.b * quadratic.b - 4 * quadratic.ac, 0)))],
        lambda likeliest: score_of_share(quadratic.x1, quadratic.n1, likeliest, 1 - likeliest)
            + score_of_share(quadratic.x2, quadratic.n2, likeliest / quadratic.ratio, 1 - likeliest / quadratic.ratio))[1])[1];

-- The ratio at which that distance becomes z squared, by halving between two logarithms.
create or replace macro score_limit(x1, n1, x2, n2, z, from_ln, to_ln) as exp(list_reduce(range(80), lambda halving, halving_step: {
        'x1': halving.x1, 'n1': halving.n1, 'x2': halving.x2, 'n2': halving.n2, 'zz': halving.zz, 'way': halving.way / 2,
        'inside': halving.inside + case when score_of_ratio(halving, exp(halving.inside + halving.way / 2)) <= halving.zz then halving.way / 2 else 0 end},
    {'x1': x1, 'n1': n1, 'x2': x2, 'n2': n2, 'zz': z * z, 'way': (to_ln - from_ln)::double, 'inside': from_ln::double}).inside);

-- Score limits of the ratio of two shares; zero and infinity are limits.
create or replace macro koopman_lower(x1, n1, x2, n2, z) as case when x1 = 0 then 0
    else score_limit(x1, n1, x2, n2, z, case when x2 = 0 then 60 else ln(x1 / n1 / (x2 / n2)) end, -60) end;
create or replace macro koopman_upper(x1, n1, x2, n2, z) as case when x2 = 0 then 'infinity'::double
    else score_limit(x1, n1, x2, n2, z, case when x1 = 0 then -60 else ln(x1 / n1 / (x2 / n2)) end, 60) end;

-- A ratio whose other side has no events has no value, and yet limits.
create or replace macro score_answer(value, lower, upper) as {'value': (value)::double, 'lower': (lower)::double, 'upper': (upper)::double, 'reason': case when value is null then 'RATIO_ZERO' end};

-- Katz's ratio, and score limits where a zero occurs or, when all_scored, where all of both groups have the event.
create or replace macro ratio_of_two(x1, n1, x2, n2, confidence, all_scored) as list_transform(
    [{'x1': (x1)::double, 'n1': (n1)::double, 'x2': (x2)::double, 'n2': (n2)::double, 'z': critical_value(confidence)}], lambda pair: case
        when coalesce(share_fault(pair.x1, pair.n1), share_fault(pair.x2, pair.n2)) is not null
            then refused(coalesce(share_fault(pair.x1, pair.n1), share_fault(pair.x2, pair.n2)))
        when pair.x1 = 0 and pair.x2 = 0 then refused('RATIO_ZERO')
        when pair.x1 = 0 or pair.x2 = 0 or all_scored and pair.x1 = pair.n1 and pair.x2 = pair.n2 then score_answer(case when pair.x2 > 0 then pair.x1 / pair.n1 / (pair.x2 / pair.n2) end,
            koopman_lower(pair.x1, pair.n1, pair.x2, pair.n2, pair.z), koopman_upper(pair.x1, pair.n1, pair.x2, pair.n2, pair.z))
        else log_interval(pair.x1 / pair.n1 / (pair.x2 / pair.n2),
            (pair.n1 - pair.x1) / pair.x1 / pair.n1 + (pair.n2 - pair.x2) / pair.x2 / pair.n2, pair.z) end)[1];

-- The ratio of two shares. Katz 1978, RR exp(-/+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)); where one of x1, x2 is zero the score limits of Koopman 1984,
-- with RATIO_ZERO instead of a value where x2 is zero. Not when both are zero, nor for paired people.
create or replace macro risk_ratio(x1, n1, x2, n2, confidence := 0.95) as ratio_of_two(x1, n1, x2, n2, confidence, false);

-- The ratio that findings tell: the same, but with score limits also where all of both groups have the event, for which Katz leaves an interval without width.
create or replace macro share_ratio(x1, n1, x2, n2, confidence := 0.95) as ratio_of_two(x1, n1, x2, n2, confidence, true);

-- The same with score limits throughout: for small groups.
create or replace macro koopman(x1, n1, x2, n2, confidence := 0.95) as list_transform(
    [{'x1': (x1)::double, 'n1': (n1)::double, 'x2': (x2)::double, 'n2': (n2)::double, 'z': critical_value(confidence)}], lambda pair: case
        when coalesce(share_fault(pair.x1, pair.n1), share_fault(pair.x2, pair.n2)) is not null
            then refused(coalesce(share_fault(pair.x1, pair.n1), share_fault(pair.x2, pair.n2)))
        when pair.x1 = 0 and pair.x2 = 0 then refused('RATIO_ZERO')
        else score_answer(case when pair.x2 > 0 then pair.x1 / pair.n1 / (pair.x2 / pair.n2) end,
            koopman_lower(pair.x1, pair.n1, pair.x2, pair.n2, pair.z), koopman_upper(pair.x1, pair.n1, pair.x2, pair.n2, pair.z)) end)[1];

-- The ratio of two rates of events in time: exp(ln RR -/+ z sqrt(1/events1 + 1/events2)). Not where either has no events: RATIO_ZERO.
create or replace macro rate_ratio(events1, time1, events2, time2, confidence := 0.95) as list_transform(
    [{'e1': (events1)::double, 't1': (time1)::double, 'e2': (events2)::double, 't2': (time2)::double, 'z': critical_value(confidence)}], lambda pair: case
        when coalesce(time_fault(pair.t1), time_fault(pair.t2), count_fault(pair.e1), count_fault(pair.e2)) is not null
            then refused(coalesce(time_fault(pair.t1), time_fault(pair.t2), count_fault(pair.e1), count_fault(pair.e2)))
        when pair.e1 = 0 or pair.e2 = 0 then {'value': case when pair.e2 > 0 then 0::double end, 'lower': null::double, 'upper': null::double, 'reason': 'RATIO_ZERO'}
        else log_interval(pair.e1 / pair.t1 / (pair.e2 / pair.t2), 1 / pair.e1 + 1 / pair.e2, pair.z) end)[1];
