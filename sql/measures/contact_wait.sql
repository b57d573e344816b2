-- Each wait for an advocate, ended or not: from the first day entitled to the referral and to the first meeting, and from the referral to the meeting.
-- A wait not ended lasts to the end of the period or of the entitlement; one who had an advocate already waited no day.
-- grain: one row a period, wait and person or case
with entitled as (
    select period, person_key, first(site_code order by start_date, site_code) as site_code, min(start_date) as since, least(max(coalesce(end_date, period_last_day(period))), period_last_day(period)) as until
    from qualifying_patient where start_date <= period_last_day(period) group by period, person_key
), met as (
    select period, person_key, min(referral_date) as referred, min(first_contact_date) as met from advocacy_case group by period, person_key
), wait as (
    select e.period, 'entitled to referred' as wait, e.site_code, e.since, met.referred as ended, e.until
    from entitled e join linked_person l on l.period = e.period and l.person_key = e.person_key and l.site_code = e.site_code and l.covered
    left join met on met.period = e.period and met.person_key = e.person_key
    union all
    select e.period, 'entitled to met', e.site_code, e.since, met.met, e.until
    from entitled e join linked_person l on l.period = e.period and l.person_key = e.person_key and l.site_code = e.site_code and l.covered
    left join met on met.period = e.period and met.person_key = e.person_key
    union all
    select period, 'referred to met', site_code, referral_date, first_contact_date, period_last_day(period) from advocacy_case where referral_date <= period_last_day(period)
)
select period, wait, site_code,
    greatest(coalesce(case when ended <= until or ended <= since then ended end, until) - since, 0)::bigint as days, coalesce(ended <= until or ended <= since, false) as happened
from wait where since is not null and site_code is not null
