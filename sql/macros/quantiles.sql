-- Areas in groups of equal number by their values, such as fifths by deprivation: quantile_group(place, areas, groups) of a rank, quantile_groups(tbl) of a table.

-- The group of the area with the given rank (1 first, ties sharing the least): floor(groups + 1 - ceiling((areas + 1 - rank) groups / areas)), at least 1, in whole numbers
-- so that no area changes its group by rounding. The Department of Health's "assigning deprivation categories". Null for fewer areas than groups.
create or replace macro quantile_group(area_rank, areas, groups) as case when (areas) >= (groups) and (groups) > 0 and (area_rank) is not null
    then greatest((groups) + 1 - (((areas) + 1 - (area_rank)) * (groups) + (areas) - 1) // (areas), 1) end;

-- Each row of a table with a column value (and, when areas are grouped within families, a column family), with its group and the reason where it has none:
-- NO_NUMERATOR without a value, FEW_GROUPS with fewer areas than groups. inverted: group 1 has the highest values, as with deprivation scores.
-- Not where many areas share a value at the edge of a group: all of them go to one side; look at these.
create or replace macro quantile_groups(tbl, groups := 10, inverted := true) as table
    with numbered as (
        select row_number() over () as area_number, * from query_table(tbl)
    ), keyed as (
        select n.area_number, n.family, n.value from (select null as family) otherwise, lateral (select area_number, family, value from numbered) n
    ), ranked as (
        select area_number, value, count(value) over (partition by family) as areas,
            case when value is not null then rank() over (partition by family order by case when inverted then -value else value end nulls last) end as area_rank
        from keyed
    )
    select numbered.* exclude (area_number), quantile_group(area_rank, areas, groups) as quantile,
        case when ranked.value is null then 'NO_NUMERATOR' when areas < groups then 'FEW_GROUPS' end as reason
    from numbered join ranked using (area_number) order by numbered.area_number;
