-- Summary measures of groups in an order, from a line through their estimates at the middle of each group's rank: inequality_slopes(tbl), over the columns of inequality_groups.
-- aci, rci: concentration indices; sii, rii: the line's rise from the most disadvantaged to the most advantaged, and its ratio. Never for groups without an order.
-- rci_wagstaff (Wagstaff 2005), rci_erreygers (Erreygers 2009): of a share, whose index is bounded by its mean: rci / (1 - mu), 4 aci; not of rates without an upper end.
-- _given: limits out of the groups' standard errors alone, as PHE's simulated ones are, with nothing left to chance; _log_given, _logit_given: the line through the
-- logarithms (rates) or logits (shares) of the estimates, taken back, limits by the delta method; not where an estimate is zero or all (LOG_ZERO). The others:
-- _linear: least squares weighted by population, errors robust (HC1) or classical with Student's t(k - 2); _logit: binomial, each person once, errors HC1 or of the model.

-- Two coefficients by weighted least squares, with their three variances, robust and classical.
create or replace macro line_through(points) as list_transform([{'k': len(points), 'points': points,
        'w': list_sum(list_transform(points, lambda a: a.w)), 'x': list_sum(list_transform(points, lambda b: b.w * b.x)), 'y': list_sum(list_transform(points, lambda c: c.w * c.y))}],
    lambda sums: list_transform([{'k': sums.k, 'points': sums.points, 'w': sums.w, 'mx': sums.x / sums.w, 'my': sums.y / sums.w,
            'xx': list_sum(list_transform(sums.points, lambda d: d.w * power(d.x - sums.x / sums.w, 2))),
            'xy': list_sum(list_transform(sums.points, lambda f: f.w * (f.x - sums.x / sums.w) * (f.y - sums.y / sums.w)))}],
        lambda centred: {'a': centred.my - centred.xy / centred.xx * centred.mx, 'b': centred.xy / centred.xx,
            'classical': sqrt(list_sum(list_transform(centred.points, lambda h: h.w * power(h.y - centred.my - centred.xy / centred.xx * (h.x - centred.mx), 2))) / (centred.k - 2) / centred.xx),
            'weights': list_transform(centred.points, lambda i: {'w': i.w, 'pull': i.w * (i.y - centred.my - centred.xy / centred.xx * (i.x - centred.mx)) * sqrt(centred.k / (centred.k - 2)),
                'of_b': (i.x - centred.mx) / centred.xx, 'of_a': 1 / centred.w - centred.mx * (i.x - centred.mx) / centred.xx})})[1])[1];

-- The robust (HC1) standard error of u a + v b.
create or replace macro robust_error(line, u, v) as sqrt(list_sum(list_transform((line).weights, lambda residual: power(residual.pull * (u * residual.of_a + v * residual.of_b), 2))));

-- The variance that the groups' own standard errors give u a + v b, and its covariance with another such sum: what simulating the groups tends to, without a draw.
create or replace macro given_covariance(line, ses, u, v, other_u, other_v) as list_sum(list_transform(list_zip((line).weights, ses), lambda sampled:
    power(sampled[1].w * sampled[2], 2) * (u * sampled[1].of_a + v * sampled[1].of_b) * (other_u * sampled[1].of_a + other_v * sampled[1].of_b)));

-- Limits of the ratio of two normal sums with their variances and covariance (Fieller 1954): the ratios that simulated ones stay above and below. Not where the
-- denominator may be zero.
create or replace macro fieller(one, other, one_variance, other_variance, covariance, z) as case when other <= 0 or one <= 0 or other * other <= z * z * other_variance then refused('RATIO_ZERO')
    else list_transform([{'a': other * other - z * z * other_variance, 'b': one * other - z * z * covariance, 'c': one * one - z * z * one_variance}], lambda root:
        fine(one / other, (root.b - sqrt(greatest(root.b * root.b - root.a * root.c, 0))) / root.a, (root.b + sqrt(greatest(root.b * root.b - root.a * root.c, 0))) / root.a))[1] end;

create or replace macro logistic(x) as 1 / (1 + exp(-(x)));

-- Two coefficients of a binomial logit of shares on x, weights w, by Newton's steps, and the score and information there; not settled where groups with nobody and
-- with everybody leave no steepest line.
create or replace macro logit_step(points, a, b) as list_transform([list_transform(points, lambda m: {'x': m.x, 'r': m.w * (m.y - logistic(a + b * m.x)), 'v': m.w * logistic(a + b * m.x) * (1 - logistic(a + b * m.x))})],
    lambda scored: {'g0': list_sum(list_transform(scored, lambda n: n.r)), 'g1': list_sum(list_transform(scored, lambda o: o.r * o.x)), 'h00': list_sum(list_transform(scored, lambda p: p.v)),
        'h01': list_sum(list_transform(scored, lambda q: q.v * q.x)), 'h11': list_sum(list_transform(scored, lambda r: r.v * r.x * r.x)),
        'm00': list_sum(list_transform(scored, lambda s: s.r * s.r)), 'm01': list_sum(list_transform(scored, lambda t: t.r * t.r * t.x)), 'm11': list_sum(list_transform(scored, lambda u: u.r * u.r * u.x * u.x))})[1];
-- One step, held back so that no group's logit moves by more than 1: the likelihood then never falls, however far apart the groups are.
create or replace macro logit_move(information) as list_transform([information], lambda i: list_transform([{'a': (i.h11 * i.g0 - i.h01 * i.g1) / (i.h00 * i.h11 - i.h01 * i.h01), 'b': (i.h00 * i.g1 - i.h01 * i.g0) / (i.h00 * i.h11 - i.h01 * i.h01)}],
    lambda whole: {'a': whole.a / greatest(1, abs(whole.a), abs(whole.a + whole.b)), 'b': whole.b / greatest(1, abs(whole.a), abs(whole.a + whole.b))})[1])[1];
create or replace macro logit_through(points, start) as list_transform([list_reduce(range(32), lambda fitting, fitting_step: list_transform([logit_move(logit_step(fitting.points, fitting.a, fitting.b))],
        lambda moved: {'points': fitting.points, 'a': fitting.a + moved.a, 'b': fitting.b + moved.b})[1],
    {'points': points, 'a': start, 'b': 0::double})], lambda fitted: list_transform([logit_step(fitted.points, fitted.a, fitted.b)], lambda at_end: {'a': fitted.a, 'b': fitted.b, 'k': len(fitted.points), 'at': at_end,
        'settled': list_transform([logit_move(at_end)], lambda left_to_go: coalesce(abs(left_to_go.a) + abs(left_to_go.b) < 1e-6, false))[1]})[1])[1];

-- Standard errors of a function of the two coefficients whose slopes in them are u and v: of the model, and robust (HC1).
create or replace macro model_error(fit, u, v) as sqrt((u * u * (fit).at.h11 - 2 * u * v * (fit).at.h01 + v * v * (fit).at.h00) / ((fit).at.h00 * (fit).at.h11 - (fit).at.h01 * (fit).at.h01));
create or replace macro sandwich_error(fit, u, v) as list_transform([{'at': (fit).at, 'k': (fit).k, 'determinant': (fit).at.h00 * (fit).at.h11 - (fit).at.h01 * (fit).at.h01, 'u': u, 'v': v}],
    lambda bread: list_transform([{'s': (bread.u * bread.at.h11 - bread.v * bread.at.h01) / bread.determinant, 't': (bread.v * bread.at.h00 - bread.u * bread.at.h01) / bread.determinant}],
        lambda slice: sqrt(bread.k / (bread.k - 2) * (slice.s * slice.s * bread.at.m00 + 2 * slice.s * slice.t * bread.at.m01 + slice.t * slice.t * bread.at.m11)))[1])[1];
