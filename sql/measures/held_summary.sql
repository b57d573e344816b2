-- What is held and waits, or was named, and why.
-- grain: one row a file, rule and severity
select period, provider_code, file_name, "return", rule, severity, count(distinct (sheet, row_number)) as rows, any_value(split_part(fix, ' Nearest, with their distance', 1) order by fix) as fix
from held_row
where coalesce(status, 'held') not in ('mended', 'superseded')
group by period, provider_code, file_name, "return", rule, severity
