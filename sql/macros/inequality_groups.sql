-- Groups made ready for the summary measures of inequality: inequality_groups(tbl), one row a group of a family.
-- Schlotheuber and Hosseinpoor 2022 (WHO). tbl: family, label, ord (1 the most disadvantaged; null for groups without an order), estimate, se,
-- population, favourable (true: more is better), is_reference, scale (what an estimate of everybody would be: 1, 100, 100000; null: found out).

-- The scale whose binomial standard errors come nearest to those given; without any, the least that holds the largest estimate.
create or replace macro nearest_scale(estimates, ses, populations) as list_transform([list_sort(list_transform([1, 100, 1000, 100000]
        .list_filter(lambda candidate: candidate >= list_max(estimates)), lambda scale: {
            'distance': coalesce(list_avg(list_transform(list_zip(estimates, ses, populations)
                .list_filter(lambda usable: usable[1] > 0 and usable[1] < scale and usable[2] > 0 and usable[3] > 0),
                lambda used: abs(ln(used[2] / sqrt(used[1] * (scale - used[1]) / used[3]))))), 0), 'scale': scale}))], lambda ranked: coalesce(ranked[1].scale, list_max(estimates)))[1];

create or replace macro inequality_groups(tbl) as table
    with given as (
        select family, label, ord, estimate::double as estimate, se::double as se, population::double as population, favourable, is_reference, scale,
            count(*) over (partition by family) as listed
        from query_table(tbl)
    ), usable as (
        select *, row_number() over (partition by family order by ord, label) as position,
            population / sum(population) over (partition by family) as share,
            count(ord) over (partition by family) = count(*) over (partition by family)
                and count(distinct ord) over (partition by family) = count(*) over (partition by family) as ordered
        from given where estimate is not null and population > 0
    ), scaled as (
        select family, coalesce(any_value(scale)::double, nearest_scale(list(estimate order by position), list(se order by position), list(population order by position)))::double as scale
        from usable group by family
    )
    select usable.* exclude (scale, se), coalesce(usable.se, 0) as se, scaled.scale, usable.listed - count(*) over every as missing,
        sum(share * estimate) over every as mu, count(*) over every as k,
        sum(share) over (partition by usable.family order by position) - share / 2 as rank,
        case when ordered then position = max(position) over every else
            row_number() over (partition by usable.family order by case when favourable then -estimate else estimate end, position) = 1 end as is_best,
        max(estimate) over every = min(estimate) over every as all_equal
    from usable join scaled on scaled.family = usable.family
    window every as (partition by usable.family order by position rows between unbounded preceding and unbounded following);
