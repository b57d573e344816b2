-- Who was expected to submit, what came, and whether it was late: the first usable return came after the day it was due.
-- grain: one row a period, provider and expected return
with served as (
    select p.period, p.provider_code, p.name, p.role, count(s.site_code) as sites,
        list_distinct(list(s.site_code order by s.site_code) filter (s.site_code is not null)) as site_codes
    from provider p
    left join site s on s.period = p.period and p.provider_code in (s.hospital_provider, s.advocacy_provider)
    group by p.period, p.provider_code, p.name, p.role
), expected as (
    select *, case when role = 'hospital' then 'qualifying-patients'
        when sites > 0 then 'advocacy-cases or monitoring-counts' else 'any' end as expected_return
    from served
), usable as (
    select e.period, e.provider_code, x.status, x.received_at, x.status is not null and x.status <> 'set aside'
        and (e.expected_return = 'any' or list_has_any(string_split(x."return", ' + '), string_split(e.expected_return, ' or '))) as fits
    from expected e left join submission x on x.period = e.period and x.provider_code = e.provider_code
), came as (
    select period, provider_code, bool_or(coalesce(fits, false)) as fits, bool_or(coalesce(status = 'set aside', false)) as set_aside,
        min(received_at) filter (fits)::timestamp::date as first_received_on
    from usable group by period, provider_code
)
select e.period, e.provider_code, e.name, e.role, e.expected_return,
    case when came.fits then 'submitted' when came.set_aside then 'set aside' else 'nothing received' end as state, e.sites, list_sort(coalesce(e.site_codes, [])) as site_codes,
    due.due_on, came.first_received_on, came.first_received_on > due.due_on as late
from expected e
cross join lateral (select (period_last_day(e.period) + to_days(days_to_submit))::date as due_on from setting) due
join came on came.period = e.period and came.provider_code = e.provider_code
