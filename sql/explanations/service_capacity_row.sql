-- The rows behind a service's capacity: what it says of itself, its cases, and those entitled at the sites it covers.
-- asked_service_capacity holds the services that are asked about.
-- grain: one row a row of a submission
with row_behind as (
    select 'service' as table_name, 'advocates, hours, wards' as part, s.submission_id, s.row_number from service s join asked_service_capacity a on a.period = s.period and a.provider_code = s.provider_code
    union
    select 'advocacy_case', 'cases', c.submission_id, c.row_number from advocacy_case c join asked_service_capacity a on a.period = c.period and a.provider_code = c.provider_code
    union
    select 'patient', 'entitled', p.submission_id, p.row_number from qualifying_patient p join site on site.period = p.period and site.site_code = p.site_code
    join asked_service_capacity a on a.period = site.period and a.provider_code = site.advocacy_provider
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
