-- What is said of each gap: q of its family, and gap, no gap larger than the margin, or cannot tell.
-- A family is one measure, period, place level and basis; intersections are a family of their own.
-- Where nothing can be told for want of people: how many more of the group, or of both groups alike where the reference is itself too small, would show a gap of the margin.
-- Of groups of whom nobody has the event no number would: then there is none.
-- Gap: q below the level (Benjamini and Hochberg 1995) and an interval without 1. No gap: the interval of 1 - 2 level within the margin (Schuirmann 1987).
-- Cannot tell: why is in verdict_reason; MANY_TESTS: the interval leaves out 1, but not sure enough among so many tests; WIDE: it holds 1 and more than the margin.
-- grain: one row a period, measure, place, characteristic, code and basis
with familied as (
    select *, concat_ws(', ', measure, period, place_level, basis, case when characteristic like '% and %' then 'intersections' end) as family from compared
), ranked as (
    select *, count(p) over (partition by family) as tests, count(p) over (partition by family order by p) as p_rank
    from familied
), tested as (
    select *, case when p is not null then least(1, min(tests * p / p_rank) over (
        partition by family order by p desc nulls first range between unbounded preceding and current row)) end as q
    from ranked
), reasoned as (
    select t.*, s.margin, case when reference is null then fault when denominator < s.small_group or reference_denominator < s.small_group then 'SMALL_N'
            when t.unknown_share > s.unknown_share then 'MISSING_GT' else coalesce(fault, case when ratio.lower is null then ratio.reason end) end as reason,
        people_needed(reference_numerator / nullif(reference_denominator, 0) * (1 - s.margin), reference_numerator / nullif(reference_denominator, 0), reference_denominator, s.power, 1 - s.level) as needed,
        people_needed_of_both(reference_numerator / nullif(reference_denominator, 0) * (1 - s.margin), reference_numerator / nullif(reference_denominator, 0), denominator, reference_denominator, s.power, 1 - s.level) as needed_of_both, s.level, s.small_group
    from tested t, setting s
), judged as (
    select *, case when fault = 'NUM_GT_DENOM' then 'cannot tell' when reference is null then null when reason is not null then 'cannot tell'
            when q < level and (low > 1 or high < 1) then 'gap'
            when narrow_low >= 1 - margin and narrow_high <= 1 + margin and narrow_low < narrow_high then format('no gap larger than {:.0f} %', 100 * margin) else 'cannot tell' end as verdict,
        case when gap < 1 then ratio_bound.upper >= 1 when gap > 1 then ratio_bound.lower <= 1 end as unknown_could_reverse
    from reasoned
)
select *, case when verdict = 'cannot tell' then coalesce(reason, case when low > 1 or high < 1 then 'MANY_TESTS' else 'WIDE' end) end as verdict_reason,
    case when verdict is distinct from 'cannot tell' or coalesce(reason, 'SMALL_N') <> 'SMALL_N' then null when needed is not null then 'the group' when needed_of_both is not null then 'both groups' end as more_of,
    case when verdict is distinct from 'cannot tell' or coalesce(reason, 'SMALL_N') <> 'SMALL_N' then null
        when needed is not null then about(greatest(needed - denominator, small_group - denominator, 0))
        when needed_of_both is not null then about(greatest(needed_of_both - denominator - reference_denominator, 0)) end as more
from judged
