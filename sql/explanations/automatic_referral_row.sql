-- The rows behind what automatic referral goes with: of the sites where at least the share that the setting says of the cases came automatically and of the others, who was entitled, who was seen, and the
-- cases whose route puts a site on either side. asked_automatic_referral holds the periods that are asked about.
-- grain: one row a row of a submission
with site_route as (
    select f.period, f.site_code, case when count(*) filter (f.route = 'automatic') / nullif(count(f.route), 0) >= (select automatic_share from setting) then 'automatic sites' else 'other sites' end as side
    from case_fact f join asked_automatic_referral a on a.period = f.period group by f.period, f.site_code having count(f.route) > 0
), counted as (
    select r.*, l.person_key, l.accessed from site_route r join linked_person l on l.period = r.period and l.site_code = r.site_code and l.covered
), row_behind as (
    select 'patient' as table_name, side || ': entitled' as part, p.submission_id, p.row_number
    from counted c join qualifying_patient p on p.period = c.period and p.person_key = c.person_key and p.site_code = c.site_code
    union
    select 'advocacy_case', side || ': seen', a.submission_id, a.row_number from counted c join advocacy_case a on a.period = c.period and a.person_key = c.person_key where c.accessed
    union
    select 'advocacy_case', side || ': route of the cases', a.submission_id, a.row_number from site_route r join advocacy_case a on a.period = r.period and a.site_code = r.site_code
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
