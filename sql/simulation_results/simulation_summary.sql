-- How often the findings are wrong.
-- grain: one row a claim
with run as (
    select scenario, period, count(*) filter (verdict = 'gap' and not has_gap) as false_gaps, count(*) filter (verdict = 'gap') as gaps from judged_truth group by scenario, period
)
select 1 as sort, 'Runs without any gap in which a gap was found (at most 5 in a hundred)' as claim, count(*) filter (false_gaps > 0) as times, count(*) as of, avg((false_gaps > 0)::int) as share from run where scenario = 'no gap'
union all
select 2, 'Share of gaps found that are none, on average over runs with one planted (at most 5 in a hundred)', sum(false_gaps), sum(gaps), avg(false_gaps / greatest(gaps, 1)) from run where scenario <> 'no gap'
union all
select 3, 'Groups without a gap called a gap', count(*) filter (verdict = 'gap'), count(*), avg((verdict = 'gap')::int) from judged_truth where not has_gap
union all
select 4, 'Intervals of the adjusted ratio that hold the planted ratio (95 in a hundred)', count(*) filter (covered), count(covered), avg(covered::int) from judged_truth
union all
select 5, 'Bounds that hold the ratio if everybody were known (all)', count(*) filter (within_bounds), count(within_bounds), avg(within_bounds::int) from judged_truth
union all
select 6, 'Groups with a gap of more than the margin of which it was said that they have none larger (at most 5 in a hundred)', count(*) filter (verdict like 'no gap%'), count(*), avg((verdict like 'no gap%')::int) from judged_truth where planted < 0.9 and has_gap
