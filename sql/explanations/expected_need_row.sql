-- The rows behind what a site would need: who was entitled and seen there or what was counted, and the services whose hours an advocate is taken to work.
-- asked_expected_need holds the sites that are asked about.
-- grain: one row a row of a submission
with row_behind as (
    select 'patient' as table_name, 'entitled' as part, p.submission_id, p.row_number from qualifying_patient p join asked_expected_need a on a.period = p.period and a.site_code = p.site_code
    union
    select 'advocacy_case', 'seen', c.submission_id, c.row_number from asked_expected_need a join linked_person l on l.period = a.period and l.site_code = a.site_code and l.accessed and l.covered
    join advocacy_case c on c.period = l.period and c.person_key = l.person_key
    union
    select 'monitoring_count', case m.measure when 'accessed' then 'seen' else 'entitled' end, m.submission_id, m.row_number
    from asked_expected_need a join monitoring_count m on m.period = a.period and m.place_level = 'site' and m.place = a.site_code and m.characteristic = 'total' and m.measure in ('accessed', 'qualifying')
    union
    select 'service', 'hours of an advocate', s.submission_id, s.row_number from service s join asked_expected_need a on a.period = s.period
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
