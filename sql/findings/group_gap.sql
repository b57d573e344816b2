-- Uptake of whole groups of a list (all black patients) beside the reference code (white British), within strata: where single codes are too few to tell.
-- Only what the strata tell together, and no count: a group's count less those of its codes that are shown would give away the code that is hidden.
-- For the same reason in England and at types of site alone, and from two strata, small_group people of each and half as many of each who were seen.
-- Families, tests and verdicts as in verdict; the reference code is not in its own group.
-- grain: one row a period, place, characteristic and group
with grouped as (
    select k.characteristic, k.codelist, k.code, k.code_group, r.code as reference, r.label as reference_label, r.people as reference_people
    from code k join code r on r.characteristic = k.characteristic and r.is_reference
    where k.status = 'known' and not k.is_reference and k.code_group <> ''
        and list_contains(string_split((select compared_in_groups from setting), '; '), k.characteristic)
), counted as (
    select m.period, m.measure, m.basis, m.place_level, m.place, m.stratum, g.characteristic, g.codelist, g.code_group, g.reference, g.reference_label, g.reference_people,
        sum(m.numerator)::bigint as x1, sum(m.denominator)::bigint as n1
    from measured_by_stratum m join grouped g on g.characteristic = m.characteristic and g.code = m.code
    where m.measure = 'uptake' and m.basis = 'linked' and m.place_level in ('england', 'site type')
    group by all
), stratum as (
    select c.* exclude (stratum, x1, n1), list(c.x1 order by c.stratum) as x1s, list(c.n1 order by c.stratum) as n1s,
        list(r.numerator order by c.stratum) as x2s, list(r.denominator order by c.stratum) as n2s
    from counted c join measured_by_stratum r on r.period = c.period and r.measure = c.measure and r.basis = c.basis and r.place_level = c.place_level and r.place = c.place
        and r.stratum = c.stratum and r.characteristic = c.characteristic and r.code = c.reference
    group by all
), adjusted as (
    select t.*, mantel_haenszel(x1s, n1s, x2s, n2s) as ratio, mantel_haenszel(x1s, n1s, x2s, n2s, 1 - 2 * s.level) as narrow, s.level, s.margin,
        case when len(n1s) < 2 or least(list_sum(n1s), list_sum(n2s)) < s.small_group or least(list_sum(x1s), list_sum(x2s)) < s.small_group / 2 then 'SMALL_N'
            when k.unknown_denominator / nullif(k.known_denominator + k.unknown_denominator, 0) > s.unknown_share then 'MISSING_GT' end as fault
    from stratum t cross join setting s
    left join measured_known k on k.period = t.period and k.measure = t.measure and k.basis = t.basis and k.place_level = t.place_level and k.place = t.place and k.characteristic = t.characteristic
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
    j.characteristic, j.code_group as code, coalesce(l.label, j.code_group) as label, l.sort, j.reference, j.reference_label,
    case when j.reason is null then j.ratio.value end as adjusted_ratio, case when j.reason is null then j.ratio.lower end as adjusted_lower,
    case when j.reason is null then j.ratio.upper end as adjusted_upper, j.q, j.verdict, j.reason,
    case when j.reason is null then group_sentence([j.reference_people, w.phrase, coalesce(l.people, 'patients of the group ' || j.code_group), w.echo, format('{:.0f}', 100 * j.margin)], j.ratio, j.verdict) end as sentence
from judged j
join measure_in_words w on w.measure = j.measure
left join list_code l on l.codelist = j.codelist || '_group' and l.code = j.code_group
