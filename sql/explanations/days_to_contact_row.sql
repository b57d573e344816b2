-- The rows that a wait is made of: of the patients who waited and of the cases that ended it, or of the cases that wait.
-- asked_days_to_contact holds the waits that are asked about.
-- grain: one row a row of a submission
with asked_site as (
    select a.period, a.wait, p.site_code from asked_days_to_contact a join site_place p on p.period = a.period and p.place_level = a.place_level and p.place = a.place
), first_site as (
    select period, person_key, first(site_code order by start_date, site_code) as site_code from qualifying_patient where start_date <= period_last_day(period) group by period, person_key
), waiting as (
    select distinct f.period, f.person_key from first_site f join asked_site a on a.period = f.period and a.site_code = f.site_code and a.wait <> 'referred to met'
    join linked_person l on l.period = f.period and l.person_key = f.person_key and l.site_code = f.site_code and l.covered
), row_behind as (
    select 'patient' as table_name, 'who waited' as part, p.submission_id, p.row_number from qualifying_patient p join waiting w on w.period = p.period and w.person_key = p.person_key
    union
    select 'advocacy_case', 'what ended it', c.submission_id, c.row_number from advocacy_case c join waiting w on w.period = c.period and w.person_key = c.person_key
    union
    select 'advocacy_case', 'case that waited', c.submission_id, c.row_number from advocacy_case c join asked_site a on a.period = c.period and a.site_code = c.site_code and a.wait = 'referred to met'
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
