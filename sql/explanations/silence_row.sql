-- The files that came from those who were expected, and of each whether it is what was expected; no file, where nothing came.
-- asked_silence holds the providers that are asked about. The rows of a file are counted as it was seen: 1 to the last.
-- grain: one row a row of a submission
with came as (
    select s.*, case when s.status = 'set aside' then 'set aside'
        when a.expected_return = 'any' or list_has_any(string_split(s."return", ' + '), string_split(a.expected_return, ' or ')) then 'what was expected' else 'another return' end as part
    from asked_silence a join submission s on s.period = a.period and s.provider_code = a.provider_code
)
select 'submission' as table_name, part, provider_code, file_name, submission_id, unnest(range(1, greatest(rows_seen, 1) + 1)) as row_number
from came
