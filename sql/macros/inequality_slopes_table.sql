-- inequality_slopes(tbl): aci, rci, sii and rii of each family of ordered groups; see inequality_slopes.sql for what they are.

-- Slopes of p(1) - p(0) and of ln p(1) - ln p(0) in the two coefficients of a logit.
create or replace macro logit_rise(fit) as logistic((fit).a + (fit).b) - logistic((fit).a);
create or replace macro logistic_slope(x) as logistic(x) * (1 - logistic(x));

create or replace macro inequality_slopes(tbl, confidence := 0.95) as table
    with spread as (
        select *, sum(share * power(rank - 0.5, 2)) over (partition by family order by position rows between unbounded preceding and unbounded following) as variance from query_table(tbl)
    ), lined as (
        select family, critical_value(confidence) as z, any_value(k) as k, any_value(mu) as mu, any_value(scale) as scale, any_value(all_equal) as all_equal,
            case when not any_value(ordered) then 'NOT_ORDERED' when any_value(k) < 3 then 'FEW_GROUPS'
                when any_value(missing) > 0.15 * (any_value(k) + any_value(missing)) then 'MISSING_GROUPS' end as fault,
            list({'x': rank, 'y': estimate, 'w': share} order by position) as points, list(se order by position) as ses,
            list({'x': rank, 'y': 2 * variance * estimate, 'w': share} order by position) as concentrations,
            list({'x': rank, 'y': estimate / scale, 'w': population} order by position) as people, min(estimate) as least, max(estimate) as most,
            list({'x': rank, 'y': case when estimate > 0 then ln(estimate) end, 'w': share} order by position) as logarithms, list(se / nullif(estimate, 0) order by position) as log_ses,
            list({'x': rank, 'y': case when estimate > 0 and estimate < scale then ln(estimate / (scale - estimate)) end, 'w': share} order by position) as logits,
            list(se * scale / nullif(estimate * (scale - estimate), 0) order by position) as logit_ses
        from spread group by family
    ), fitted as (
        select *, case when fault is null then line_through(points) end as line, case when fault is null then line_through(concentrations) end as concentration,
            case when fault is null and least > 0 then line_through(logarithms) end as log_line,
            case when fault is null and scale <= 100 and least > 0 and most < scale then line_through(logits) end as logit_line,
            case when fault is null and scale <= 100 and mu > 0 and mu < scale then logit_through(people, ln(mu / (scale - mu))) end as logit
        from lined
    ), measured as (
        select family, fault, unnest([
            {'measure': 'aci', 'figure': around(concentration.b, concentration.classical, z)},
            {'measure': 'rci', 'figure': around(concentration.b / mu, concentration.classical / mu, z)},
            {'measure': 'rci_wagstaff', 'figure': case when mu >= scale then refused('DENOM_ZERO') else around(concentration.b / mu / (1 - mu / scale), concentration.classical / mu / (1 - mu / scale), z) end},
            {'measure': 'rci_erreygers', 'figure': around(4 * concentration.b / scale, 4 * concentration.classical / scale, z)},
            {'measure': 'sii_linear', 'figure': around(line.b, robust_error(line, 0, 1), z)},
            {'measure': 'sii_linear_classical', 'figure': around(line.b, line.classical, student_quantile(1 - (1 - (confidence)::double) / 2, k - 2))},
            {'measure': 'rii_linear', 'figure': case when line.a <= 0 or line.a + line.b <= 0 then refused('RATIO_ZERO') else
                log_interval((line.a + line.b) / line.a, power(robust_error(line, 1 / (line.a + line.b) - 1 / line.a, 1 / (line.a + line.b)), 2), z) end},
            {'measure': 'sii_linear_given', 'figure': around(line.b, sqrt(given_covariance(line, ses, 0, 1, 0, 1)), z)},
            {'measure': 'rii_linear_given', 'figure': fieller(line.a + line.b, line.a, given_covariance(line, ses, 1, 1, 1, 1), given_covariance(line, ses, 1, 0, 1, 0), given_covariance(line, ses, 1, 1, 1, 0), z)},
            {'measure': 'sii_log_given', 'figure': case when log_line is null then refused('LOG_ZERO') else around(exp(log_line.a + log_line.b) - exp(log_line.a),
                sqrt(given_covariance(log_line, log_ses, exp(log_line.a + log_line.b) - exp(log_line.a), exp(log_line.a + log_line.b), exp(log_line.a + log_line.b) - exp(log_line.a), exp(log_line.a + log_line.b))), z) end},
            {'measure': 'rii_log_given', 'figure': case when log_line is null then refused('LOG_ZERO') else log_interval(exp(log_line.b), given_covariance(log_line, log_ses, 0, 1, 0, 1), z) end},
            {'measure': 'sii_logit_given', 'figure': case when logit_line is null then refused('LOG_ZERO') else around(scale * logit_rise(logit_line), scale * sqrt(given_covariance(logit_line, logit_ses,
                logistic_slope(logit_line.a + logit_line.b) - logistic_slope(logit_line.a), logistic_slope(logit_line.a + logit_line.b),
                logistic_slope(logit_line.a + logit_line.b) - logistic_slope(logit_line.a), logistic_slope(logit_line.a + logit_line.b))), z) end},
            {'measure': 'rii_logit_given', 'figure': case when logit_line is null then refused('LOG_ZERO') else log_interval(logistic(logit_line.a + logit_line.b) / logistic(logit_line.a), given_covariance(logit_line, logit_ses,
                logistic(logit_line.a) - logistic(logit_line.a + logit_line.b), 1 - logistic(logit_line.a + logit_line.b), logistic(logit_line.a) - logistic(logit_line.a + logit_line.b), 1 - logistic(logit_line.a + logit_line.b)), z) end},
            {'measure': 'sii_logit', 'figure': case when not logit.settled then refused('NOT_FINITE') else around(scale * logit_rise(logit), scale * sandwich_error(logit, logistic_slope(logit.a + logit.b) - logistic_slope(logit.a), logistic_slope(logit.a + logit.b)), z) end},
            {'measure': 'sii_logit_model', 'figure': case when not logit.settled then refused('NOT_FINITE') else around(scale * logit_rise(logit), scale * model_error(logit, logistic_slope(logit.a + logit.b) - logistic_slope(logit.a), logistic_slope(logit.a + logit.b)), z) end},
            {'measure': 'rii_logit', 'figure': case when not logit.settled then refused('NOT_FINITE') else log_interval(logistic(logit.a + logit.b) / logistic(logit.a), power(sandwich_error(logit, logistic(logit.a) - logistic(logit.a + logit.b), 1 - logistic(logit.a + logit.b)), 2), z) end}],
            recursive := false) as one_measure, all_equal, logit is null as unfit, fault is null and scale > 100 as unbounded
        from fitted
    )
    select family, one_measure.measure as measure, unnest(case when fault is not null then refused(fault)
        when all_equal then {'value': case when one_measure.measure like 'rii%' then 1::double else 0::double end, 'lower': null::double, 'upper': null::double, 'reason': 'ALL_EQUAL'}
        else one_measure.figure end)
    from measured where fault is not null or not (unfit and one_measure.measure in ('sii_logit', 'sii_logit_model', 'rii_logit') or unbounded and one_measure.measure in ('rci_wagstaff', 'rci_erreygers', 'sii_logit_given', 'rii_logit_given'));
