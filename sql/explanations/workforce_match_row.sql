-- The rows behind a comparison of staff and clients: what the service counted of its staff, and its cases.
-- asked_workforce_match holds the services, characteristics and groups that are asked about.
-- grain: one row a row of a submission
with asked as (
    select distinct period, provider_code, characteristic from asked_workforce_match
), row_behind as (
    select 'workforce' as table_name, 'staff' as part, w.submission_id, w.row_number from workforce w join asked a on a.period = w.period and a.provider_code = w.provider_code and a.characteristic = w.characteristic
    union
    select 'advocacy_case', 'clients', c.submission_id, c.row_number from advocacy_case c join asked a on a.period = c.period and a.provider_code = c.provider_code
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
