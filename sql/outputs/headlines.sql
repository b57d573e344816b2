-- What was found in the newest period, in four lines; the report's place is the fifth.
-- grain: one row a line, the last column is the line
with newest as (
    select finding.* from finding join (select max(period) as period from finding) as last using (period)
    where measure = 'uptake' and characteristic not like '% and %'
), total as (
    select period, basis, numerator, denominator, rate, lower, upper
    from newest where place_level = 'england' and characteristic = 'total' and rate is not null
), people as (
    select 1 as sort, format('{}: of about {:,} people entitled to an advocate, about {:,} had an advocacy case ({:.0f} %, 95 % CI {:.0f} to {:.0f}{}){}.',
        l.period, l.denominator, l.numerator, 100 * l.rate, 100 * l.lower, 100 * l.upper, if(l.basis = 'counts', '; totals only', ''),
        coalesce(format('; of about {:,} more, whose services send totals only, {:.0f} %', c.denominator, 100 * c.rate), '')) as line
    from total l left join total c on c.basis = 'counts' and l.basis = 'linked'
    qualify row_number() over (order by l.basis = 'counts') = 1
), gap as (
    select 2 as sort, sentence as line from newest
    where place_level = 'england' and verdict = 'gap' and sentence is not null and adjusted_ratio < 1
    order by adjusted_ratio limit 2
), sites as (
    select format('By site, uptake goes from {:.0f} % to {:.0f} %', 100 * min(rate), 100 * max(rate)) as part
    from newest where place_level = 'site' and characteristic = 'total' and rate is not null having count(rate) > 1
), silent as (
    select format('{:d} of {:d} expected providers sent nothing usable; {:d} rows are held and wait to be mended.',
        count(distinct provider_code) filter (state <> 'submitted'), count(distinct provider_code),
        (select coalesce(sum(rows_held - coalesce(rows_mended, 0)), 0)::bigint from ledger)) as part
    from silence having count(*) > 0
), rest as (
    select 3 as sort, concat_ws('; ', (select part from sites), (select part from silent)) as line
)
select sort, line from people union all select sort, line from gap union all select sort, line from rest where line <> '' order by sort
