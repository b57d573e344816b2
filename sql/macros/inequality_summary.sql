-- inequality(tbl): every summary measure of inequality over one table of groups (label, ord, estimate, se, population); inequality_by(tbl): the same for many families at once.
-- The table may also say favourable, is_reference and scale; else more is better, there is no reference, and the scale is found out from the standard errors.
-- Refused: NOT_ORDERED (slopes of groups without an order: ethnicity, gender, language), FEW_GROUPS, MISSING_GROUPS, LOG_ZERO, RATIO_ZERO; ALL_EQUAL is said beside 0 or 1.

create or replace macro inequality_by(tbl, draws := 200000, confidence := 0.95) as table
    with prepared as materialized (
        from inequality_groups(tbl)
    ), empty_family as (
        select distinct family from query_table(tbl) where family not in (select family from prepared)
    )
    from inequality_gaps(prepared, confidence := confidence)
    union all by name from inequality_slopes(prepared, confidence := confidence)
    union all by name from inequality_spread(prepared, draws := draws, confidence := confidence)
    union all by name select family, 'd' as measure, null::double as value, null::double as lower, null::double as upper, 'MISSING_GROUPS' as reason from empty_family;

create or replace macro inequality(tbl, draws := 200000, confidence := 0.95) as table
    with one_family as (
        select 1 as family, groups.*
        from (select true as favourable, false as is_reference, null::double as scale) otherwise,
            lateral (select label, ord, estimate, se, population, favourable, is_reference, scale from query_table(tbl)) groups
    )
    select measure, value, lower, upper, reason from inequality_by(one_family, draws := draws, confidence := confidence);
