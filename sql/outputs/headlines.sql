-- What was found, in a few lines.
-- grain: one row a line, the last column is the line
with england as (
    select * from finding where place_level = 'england'
), total as (
    select case basis when 'linked' then 0 else 1 end as sort, format('{}: of about {:d} people entitled to an advocate, about {:d} saw one ({:.0f} %, 95 % CI {:.0f} to {:.0f}; {}).',
        period, denominator, numerator, 100 * rate, 100 * lower, 100 * upper, basis) as line
    from england where characteristic = 'total' and rate is not null
), gap as (
    select 2 as sort, sentence as line from england
    where verdict = 'gap' and sentence is not null and adjusted_ratio < 1
    order by adjusted_ratio limit 2
), sites as (
    select 3 as sort, format('By site, uptake goes from {:.0f} % to {:.0f} %.', 100 * min(rate), 100 * max(rate)) as line
    from finding where place_level = 'site' and characteristic = 'total' and rate is not null having count(rate) > 1
), silent as (
    select 4 as sort, format('{:d} of {:d} expected providers sent nothing usable; {:d} rows are held and wait to be mended.',
        count(distinct provider_code) filter (state <> 'submitted'), count(distinct provider_code),
        (select coalesce(sum(rows_held), 0)::bigint from ledger)) as line
    from silence having count(*) > 0
)
from total union all from gap union all from sites union all from silent order by sort
