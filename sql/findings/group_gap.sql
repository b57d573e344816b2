-- Uptake of whole groups of a list (all black patients) beside the reference code (white British), within strata: where single codes are too few to tell.
-- In England, at types of site, and at types of site taken together as the list site_type groups them (all secure sites).
-- Only what the strata tell together, and no count: a group's count less those of its codes that are shown would give away the code that is hidden.
-- For the same reason not at single places, and from two strata, small_group people of each and half as many of each who had a case; of types taken together
-- what is left without the types that are shown by themselves has to be as many, or none.
-- Families, tests and verdicts as in verdict; the reference code is not in its own group.
-- grain: one row a period, place, characteristic and group
with grouped as (
    select k.characteristic, k.codelist, k.code, k.code_group, r.code as reference, r.label as reference_label, r.people as reference_people
    from code k join code r on r.characteristic = k.characteristic and r.is_reference
    where k.status = 'known' and not k.is_reference and k.code_group <> ''
        and list_contains(string_split((select compared_in_groups from setting), '; '), k.characteristic)
), together as (
    select code as site_type, code_group as place from list_code where codelist = 'site_type' and code_group <> ''
), placed as (
    select m.* exclude (place_level, place), w.place_level, w.place, m.place as part
    from measured_by_stratum m left join together t on m.place_level = 'site type' and t.site_type = m.place,
        unnest([{'place_level': m.place_level, 'place': m.place}, {'place_level': 'site types together', 'place': t.place}]) as u(w)
    where m.measure = 'uptake' and m.basis = 'linked' and m.place_level in ('england', 'site type') and w.place is not null
), made_of as (
    select period, place_level, place, string_agg(distinct coalesce(k.label, part), '; ' order by coalesce(k.label, part)) as consists_of
    from placed left join list_code k on place_level <> 'england' and k.codelist = 'site_type' and k.code = part group by period, place_level, place
    having place_level <> 'site types together' or count(distinct part) > 1
), known as (
    select k.period, w.place_level, w.place, k.characteristic, sum(k.unknown_denominator) / nullif(sum(k.known_denominator + k.unknown_denominator), 0) as unknown_share
    from measured_known k left join together t on k.place_level = 'site type' and t.site_type = k.place,
        unnest([{'place_level': k.place_level, 'place': k.place}, {'place_level': 'site types together', 'place': t.place}]) as u(w)
    where k.measure = 'uptake' and k.basis = 'linked' and w.place is not null group by all
), counted as (
    select p.period, p.measure, p.place_level, p.place, p.stratum, g.characteristic, g.codelist, g.code_group, g.reference, g.reference_label, g.reference_people,
        sum(p.numerator)::bigint as x1, sum(p.denominator)::bigint as n1
    from placed p join grouped g on g.characteristic = p.characteristic and g.code = p.code
    group by all
), stratum as (
    select c.* exclude (stratum, x1, n1), count(*) as strata, list(c.x1 order by c.stratum) as x1s, list(c.n1 order by c.stratum) as n1s,
        list(r.numerator order by c.stratum) as x2s, list(r.denominator order by c.stratum) as n2s,
        least(sum(c.n1), sum(r.denominator)) as people, least(sum(c.x1), sum(r.numerator)) as with_case
    from counted c join placed r on r.period = c.period and r.measure = c.measure and r.place_level = c.place_level and r.place = c.place
        and r.stratum = c.stratum and r.characteristic = c.characteristic and r.code = c.reference
    group by all
), left_over as (
    select t.period, g.place, t.characteristic, t.code_group, sum(t.strata) as strata, least(sum(list_sum(n1s)), sum(list_sum(n2s))) as people, least(sum(list_sum(x1s)), sum(list_sum(x2s))) as with_case
    from stratum t join together g on g.site_type = t.place cross join setting s
    where t.place_level = 'site type' and (t.strata < 2 or t.people < s.small_group or t.with_case < s.small_group / 2) group by all
), adjusted as (
    select t.*, m.consists_of, mantel_haenszel(x1s, n1s, x2s, n2s) as ratio, mantel_haenszel(x1s, n1s, x2s, n2s, 1 - 2 * s.level) as narrow, s.level, s.margin,
        case when least(t.strata, l.strata) < 2 or least(t.people, l.people) < s.small_group or least(t.with_case, l.with_case) < s.small_group / 2 then 'SMALL_N'
            when k.unknown_share > s.unknown_share then 'MISSING_GT' end as fault
    from stratum t join made_of m on m.period = t.period and m.place_level = t.place_level and m.place = t.place cross join setting s
    left join left_over l on t.place_level = 'site types together' and l.period = t.period and l.place = t.place and l.characteristic = t.characteristic and l.code_group = t.code_group
    left join known k on k.period = t.period and k.place_level = t.place_level and k.place = t.place and k.characteristic = t.characteristic
), tested as (
    select *, coalesce(fault, ratio.reason) as reason, case when coalesce(fault, ratio.reason) is null then mantel_haenszel_p(x1s, n1s, x2s, n2s) end as p from adjusted
), ranked as (
    select *, count(p) over (partition by period, measure, place_level) as tests, count(p) over (partition by period, measure, place_level order by p) as p_rank from tested
), corrected as (
    select *, case when p is not null then least(1, min(tests * p / p_rank) over (
        partition by period, measure, place_level order by p desc nulls first range between unbounded preceding and current row)) end as q
    from ranked
), judged as (
    select *, case when reason is not null then 'cannot tell' when q < level and (ratio.lower > 1 or ratio.upper < 1) then 'gap'
        when narrow.lower >= 1 - margin and narrow.upper <= 1 + margin then format('no gap larger than {:.0f} %', 100 * margin) else 'cannot tell' end as verdict
    from corrected
)
select md5(concat_ws('|', 'group', j.measure, j.period, j.place_level, j.place, j.characteristic, j.code_group)) as group_gap_id, j.period, j.measure, j.place_level, j.place,
    coalesce(t.label, y.label, j.place) as place_name, j.consists_of,
    j.characteristic, j.code_group as code, coalesce(l.label, j.code_group) as label, l.sort, j.reference, j.reference_label,
    case when j.reason is null then j.ratio.value end as adjusted_ratio, case when j.reason is null then j.ratio.lower end as adjusted_lower,
    case when j.reason is null then j.ratio.upper end as adjusted_upper, j.q, j.verdict,
    case when j.verdict = 'cannot tell' then coalesce(j.reason, case when j.ratio.lower > 1 or j.ratio.upper < 1 then 'MANY_TESTS' else 'WIDE' end) end as reason,
    case when j.reason is null then group_sentence([j.reference_people, w.phrase, coalesce(l.people, 'patients of the group ' || j.code_group), w.echo, format('{:.0f}', 100 * j.margin)], j.ratio, j.verdict) end as sentence
from judged j
join measure_in_words w on w.measure = j.measure
left join list_code l on l.codelist = j.codelist || '_group' and l.code = j.code_group
left join list_code t on j.place_level = 'site types together' and t.codelist = 'site_type_group' and t.code = j.place
left join list_code y on j.place_level = 'site type' and y.codelist = 'site_type' and y.code = j.place
