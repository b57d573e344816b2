-- The groups of every simulated run: ten and a reference, of which the first has a planted gap or none; sizes as in small and large services.
-- Runs of no gap first; then a grid of planted ratios and sizes of the group that has the gap.
-- grain: one row a scenario, run and group
with scenario as (
    select 'no gap' as scenario, 1.0 as planted, 200 as planted_size, coalesce(getvariable('runs')::int, 1000) as runs
    union all
    select format('{:.1f} among {:d}', planted, size), planted, size, greatest(coalesce(getvariable('runs')::int, 1000) // 10, 1)
    from (select unnest([0.9, 0.8, 0.7, 0.6, 0.5]) as planted), (select unnest([50, 100, 200, 400, 800]) as size)
)
select row_number() over (order by planted desc, planted_size, run.range, number.range) as group_number,
    scenario, planted, planted_size, planted || ' ' || planted_size || ' run ' || run.range as period, number.range as number, 'G' || number.range as code,
    case number.range when 0 then 800 when 1 then planted_size else 30 * number.range end as people,
    case number.range when 1 then planted else 1.0 end as ratio
from scenario, range(scenario.runs) run, range(11) number
