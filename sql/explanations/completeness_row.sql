-- The records whose answers a share of completeness counts, each under what became of its answer.
-- asked_completeness holds the providers, sources and characteristics that are asked about.
-- grain: one row a row of a submission and characteristic
with row_behind as (
    select distinct c.source as table_name, a.characteristic || ': ' || coalesce(code.status, 'known') as part, c.submission_id, c.row_number
    from asked_completeness a
    join person_characteristic c on c.period = a.period and c.characteristic = a.characteristic and c.source = a.source and (a.place_level = 'england' or c.provider_code = a.place)
    left join code on code.characteristic = c.characteristic and code.code = split_part(c.recorded, '; ', 1)
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
