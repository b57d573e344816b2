-- Summary measures of how far groups lie apart whose limits need simulation: inequality_spread(tbl), over the columns of inequality_groups.
-- bgsd = root of sum p (y - mu)^2; cov = 100 bgsd / mu; mean absolute difference from the best (mdb), the mean (mdm) and the reference (mdr), unweighted (u) or weighted
-- by population (w); idis = 100 mdm / mu. Limits: quantiles of draws of normal estimates truncated to 0 .. scale. They lie above zero even where groups are
-- equal: never read them as "significantly above zero".

-- A number between 0 and 1 out of whole numbers: the same each time.
create or replace macro drawn(draw, position, salt) as ((hash((draw)::bigint * 8192 + (position) * 2 + salt) >> 11)::double + 0.5) / 9007199254740992;
-- A draw of a group's estimate: normal (Box and Muller 1958), or where 0 or the scale is within seven errors, normal within low .. high of its distribution.
create or replace macro drawn_estimate(estimate, se, low, high, draw, position) as case when se = 0 then estimate
    when low + (1 - high) < 1e-12 then estimate + se * sqrt(-2 * ln(drawn(draw, position, 0))) * cos(2 * pi() * drawn(draw, position, 1))
    else estimate + se * normal_quantile(low + drawn(draw, position, 0) * (high - low)) end;

-- The spreads of one set of estimates: lists of y and of the population's shares p.
create or replace macro spreads_of(ys, ps, reference, favourable) as list_transform([{'ys': ys, 'ps': ps, 'pairs': list_zip(ys, ps), 'reference': (ys)[reference],
        'mu': list_dot_product(ys, ps), 'best': case when favourable then list_max(ys) else list_min(ys) end}], lambda drawing: list_transform([{'mu': drawing.mu,
            'bgsd': sqrt(list_sum(list_transform(drawing.pairs, lambda a: a[2] * power(a[1] - drawing.mu, 2)))),
            'mdbu': list_avg(list_transform(drawing.ys, lambda b: abs(b - drawing.best))), 'mdbw': list_sum(list_transform(drawing.pairs, lambda c: c[2] * abs(c[1] - drawing.best))),
            'mdmu': list_avg(list_transform(drawing.ys, lambda d: abs(d - drawing.mu))), 'mdmw': list_sum(list_transform(drawing.pairs, lambda e: e[2] * abs(e[1] - drawing.mu))),
            'mdru': list_avg(list_transform(drawing.ys, lambda f: abs(f - drawing.reference))), 'mdrw': list_sum(list_transform(drawing.pairs, lambda g: g[2] * abs(g[1] - drawing.reference)))}],
        lambda spread: [spread.bgsd, 100 * spread.bgsd / spread.mu, spread.mdbu, spread.mdbw, spread.mdmu, spread.mdmw, spread.mdru, spread.mdrw, 100 * spread.mdmu / spread.mu, 100 * spread.mdmw / spread.mu])[1])[1];

create or replace macro spread_names() as ['bgsd', 'cov', 'mdbu', 'mdbw', 'mdmu', 'mdmw', 'mdru', 'mdrw', 'idisu', 'idisw'];

create or replace macro inequality_spread(tbl, draws := 200000, confidence := 0.95) as table
    with listed as (
        select family, any_value(k) as k, any_value(missing) as missing, any_value(favourable) as favourable, max(position) filter (is_reference) as reference,
            list(estimate order by position) as ys, list(share order by position) as ps,
            list({'estimate': estimate, 'se': se, 'position': position, 'low': case when se > 0 then normal_tail(estimate / se) else 0 end,
                'high': case when se > 0 then 1 - normal_tail((scale - estimate) / se) else 1 end} order by position) as members
        from query_table(tbl) group by family
    ), drawing as (
        select family, spreads_of(list_transform(members, lambda member: drawn_estimate(member.estimate, member.se, member.low, member.high, draw.range, member.position)),
            ps, reference, favourable) as figures
        from listed, range(draws) draw where k >= 3 and missing <= 0.15 * (k + missing)
    ), figured as (
        select family, unnest(spread_names()) as measure, unnest(figures) as figure from drawing
    ), limited as (
        select family, measure, quantile_cont(figure, (1 - confidence) / 2) as lower, quantile_cont(figure, 1 - (1 - confidence) / 2) as upper
        from figured group by family, measure
    ), estimated as (
        select family, k, missing, reference, unnest(spread_names()) as measure, unnest(spreads_of(ys, ps, reference, favourable)) as value from listed
    )
    select e.family, e.measure, case when l.family is not null then e.value end as value, l.lower, l.upper,
        case when k < 3 then 'FEW_GROUPS' when missing > 0.15 * (k + missing) then 'MISSING_GROUPS' end as reason
    from estimated e left join limited l on l.family = e.family and l.measure = e.measure
    where reference is not null or e.measure not in ('mdru', 'mdrw');
