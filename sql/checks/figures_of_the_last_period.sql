-- Providers whose figures are those of the period before: last quarter's file under this quarter's name.
-- severity: warning
with figure as (
    select period, provider_code, 'counts' as what, concat_ws('|', place, measure, subcategory, source, characteristic, code, count) as line from monitoring_count
    union all
    select period, provider_code, 'cases', concat_ws('|', case_ref, referral_date, site_code) from advocacy_case
), sheet as (
    -- a few figures are the same by chance
    select period, provider_code, what, count(*) as figures, md5(string_agg(line, chr(10) order by line)) as print
    from figure group by period, provider_code, what having count(*) >= 5
), in_order as (
    -- periods of one kind follow each other; a year is not compared with a quarter
    select *, lag(print) over w as print_before, lag(period) over w as period_before
    from sheet window w as (partition by provider_code, what, len(period), period_is_year(period) order by period)
)
select period, provider_code as place, 'All ' || figures || ' ' || what || ' are those of ' || period_before || '.' as message,
    'Ask the provider whether the file of the period before was sent again.' as fix
from in_order where print = print_before
