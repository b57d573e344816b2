-- Summary measures that compare groups with one another, with an average or the best: inequality_gaps(tbl), over the columns of inequality_groups.
-- d, r: most advantaged and most disadvantaged where groups are ordered (the other way round for what is adverse), else the largest and the least;
-- d_ref, r_ref: the reference and the group furthest on its other side; par, paf: what all would gain at the level of the best (zero where it is worse).

create or replace macro difference_of(one, other, z) as fine((one).estimate - (other).estimate,
    (one).estimate - (other).estimate - z * sqrt(power((one).se, 2) + power((other).se, 2)), (one).estimate - (other).estimate + z * sqrt(power((one).se, 2) + power((other).se, 2)));
create or replace macro ratio_of(one, other, z) as case when (one).estimate <= 0 or (other).estimate <= 0 then refused('RATIO_ZERO')
    else log_interval((one).estimate / (other).estimate, power((one).se / (one).estimate, 2) + power((other).se / (other).estimate, 2), z) end;

-- Variance of the attributable fraction (Walter 1978): c and d with and without the event in the reference, a and b elsewhere.
create or replace macro walter_variance(a, b, c, d) as c * (a + b + c + d) * (a * d * (a + b + d) + b * c * c) / (power(a + c, 3) * power(c + d, 3));

create or replace macro inequality_gaps(tbl, confidence := 0.95) as table
    with ends as (
        select family, critical_value(confidence) as z, any_value(k) as k, any_value(mu) as mu, any_value(favourable) as favourable, any_value(ordered) as ordered, any_value(scale) as scale,
            any_value(missing) as missing, arg_max({'estimate': estimate, 'se': se}, position) as last, arg_min({'estimate': estimate, 'se': se}, position) as first,
            first({'estimate': estimate, 'se': se} order by estimate desc, position) as largest, first({'estimate': estimate, 'se': se} order by estimate, position) as least,
            any_value({'estimate': estimate, 'se': se}) filter (is_reference) as reference, any_value({'estimate': estimate, 'population': population}) filter (is_best) as best,
            first({'estimate': estimate, 'se': se} order by estimate desc, position) filter (not is_reference) as largest_other, first({'estimate': estimate, 'se': se} order by estimate, position) filter (not is_reference) as least_other,
            sum(population order by position) as people, sum(population * estimate order by position) as events,
            sum(power(share * (estimate - mu), 2) / share order by position) as bgv, sum(share * share * se * se * power(estimate - mu, 2) order by position) as bgv_first,
            sum(share * share * se * se order by position) as v2, sum(power(share * se, 4) order by position) as v4, sum(power(share * (1 - share), 2) * power(se, 4) order by position) as vd,
            min(estimate) as minimum, sum(case when estimate > 0 then share * estimate / mu * ln(estimate / mu) end order by position) as ti, sum(case when estimate > 0 then -share * ln(estimate / mu) end order by position) as mld,
            sum(case when estimate > 0 then share * estimate / mu * (1 + ln(estimate / mu)) end order by position) as weight
        from query_table(tbl) group by family
    ), entropy as (
        select e.family, sum(power((1 + ln(g.estimate / g.mu) - e.weight) * g.share * g.se / g.mu, 2) order by g.position) as ti_variance, sum(power(g.share * g.se * (1 - g.mu / g.estimate) / g.mu, 2) order by g.position) as mld_variance
        from ends e join query_table(tbl) g on g.family = e.family where g.estimate > 0 group by e.family
    ), sided as (
        select ends.*, ti_variance, mld_variance,
            case when not ordered then largest when favourable then last else first end as one, case when not ordered then least when favourable then first else last end as other,
            case when favourable then reference else largest_other end as reference_one, case when favourable then least_other else reference end as reference_other,
            mu * sqrt(walter_variance(events / scale - best.estimate * best.population / scale, people - best.population - events / scale + best.estimate * best.population / scale,
                best.estimate * best.population / scale, best.population * (1 - best.estimate / scale))) as par_error,
            case when (best.estimate - mu) * (case when favourable then 1 else -1 end) > 0 then best.estimate - mu else 0 end as par,
            case when k < 2 then 'FEW_GROUPS' when missing > 0.15 * (k + missing) then 'MISSING_GROUPS' end as fault
        from ends left join entropy on entropy.family = ends.family
    ), measured as (
        select family, fault, unnest([
            {'measure': 'd', 'figure': difference_of(one, other, z), 'groups': 2}, {'measure': 'r', 'figure': ratio_of(one, other, z), 'groups': 2},
            {'measure': 'd_ref', 'figure': difference_of(reference_one, reference_other, z), 'groups': 2}, {'measure': 'r_ref', 'figure': ratio_of(reference_one, reference_other, z), 'groups': 2},
            {'measure': 'par', 'figure': around(par, par_error, z), 'groups': 3}, {'measure': 'paf', 'figure': around(100 * par / mu, 100 * par_error / mu, z), 'groups': 3},
            {'measure': 'bgv', 'figure': around(bgv, sqrt(4 * bgv_first + 2 * (v2 * v2 - v4 + vd)), z), 'groups': 3},
            {'measure': 'ti', 'figure': case when minimum <= 0 then refused('LOG_ZERO') else around(1000 * ti, 1000 * sqrt(ti_variance), z) end, 'groups': 3},
            {'measure': 'mld', 'figure': case when minimum <= 0 then refused('LOG_ZERO') else around(1000 * mld, 1000 * sqrt(mld_variance), z) end, 'groups': 3}], recursive := false) as one_measure, k, reference
        from sided
    )
    select family, one_measure.measure as measure, unnest(case when fault is not null then refused(fault) when k < one_measure.groups then refused('FEW_GROUPS') else one_measure.figure end)
    from measured where reference is not null or one_measure.measure not in ('d_ref', 'r_ref');
