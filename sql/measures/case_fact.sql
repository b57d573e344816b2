-- What is known of each case, as yes, no or cannot be told (null).
-- Met within 7 days is not told of a case referred in the last 7 days of the period and not met yet: it still may be.
-- Satisfied is not told of a word that the list satisfaction lacks.
-- grain: one row a case
with routed as (
    select c.*, r.route, s.code_group as said, period_last_day(c.period) as last_day, count(*) over (partition by c.period, c.person_key) as cases_of_person,
        row_number() over (partition by c.period, c.person_key order by c.referral_date, c.provider_code, c.case_ref) as case_of_person
    from advocacy_case c left join referral_route r on r.referred_by = lower(c.referred_by)
    left join list_code s on s.codelist = 'satisfaction' and s.code = lower(c.satisfaction)
)
select period, provider_code, case_ref, person_key, site_code, route, referral_date, first_contact_date, last_day,
    case when first_contact_date - referral_date <= 7 then true when first_contact_date is not null or last_day - referral_date > 7 then false end as "met within 7 days",
    route = 'self' as "referred by themselves", route = 'automatic' as "referred automatically", not instructed as "not instructed",
    satisfaction is not null as "satisfaction answered", said = 'satisfied' as satisfied, outcomes is not null as "outcome recorded",
    case when case_of_person = 1 then cases_of_person > 1 end as "used again"
from routed
