-- Why people are referred, by the way the referral came; a case may have several reasons, and one without a reason says none.
-- grain: one row a period, route and reason
with asked as (
    select f.period, coalesce(f.route, 'not recorded') as route, c.provider_code, c.case_ref, unnest(coalesce(string_split(c.reasons, '; '), ['not recorded'])) as reason
    from case_fact f join advocacy_case c on c.period = f.period and c.provider_code = f.provider_code and c.case_ref = f.case_ref
), cases as (
    select period, route, count(distinct (provider_code, case_ref)) as cases from asked group by all
), reasoned as (
    select period, route, trim(reason) as reason_for, count(distinct (provider_code, case_ref)) as with_reason from asked group by all
)
select r.period, r.route, r.reason_for, r.with_reason as numerator, c.cases as denominator,
    wilson(r.with_reason, c.cases).value as rate, wilson(r.with_reason, c.cases).lower as lower, wilson(r.with_reason, c.cases).upper as upper
from reasoned r join cases c on c.period = r.period and c.route = r.route
