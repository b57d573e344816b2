-- What became of the rows of every file, and which files it replaces.
-- grain: one row a file received
with replaced as (
    select newer.period, newer.provider_code, newer.submission_id, string_agg(older.file_name, ', ' order by older.file_name) as replaces
    from submission newer
    join submission older using (period, provider_code)
    where contains(newer.supersedes, older.submission_id)
    group by all
)
select period, provider_code, file_name, "return", layout, rows_seen, rows_accepted, rows_held, coalesce(rows_mended, 0) as rows_mended,
    rows_repeated, rows_superseded, rows_blank, status, replaces, reason, fix
from submission
left join replaced using (period, provider_code, submission_id)
