-- The cases behind a reason of referrals: those that came by the route, and of them those with the reason.
-- asked_reason_by_route holds the routes and reasons that are asked about.
-- grain: one row a row of a submission
with routed as (
    select c.period, c.submission_id, c.row_number, coalesce(r.route, 'not recorded') as route, trim(unnest(coalesce(string_split(c.reasons, '; '), ['not recorded']))) as reason_for
    from advocacy_case c left join referral_route r on r.referred_by = lower(c.referred_by)
), row_behind as (
    select distinct 'advocacy_case' as table_name, 'with the reason' as part, t.submission_id, t.row_number from routed t join asked_reason_by_route a on a.period = t.period and a.route = t.route and a.reason_for = t.reason_for
    union
    select 'advocacy_case', 'cases of the route', t.submission_id, t.row_number from routed t join asked_reason_by_route a on a.period = t.period and a.route = t.route
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
