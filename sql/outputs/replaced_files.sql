-- Files that replaced rows of others, or whose held rows were mended since.
select period, provider_code, file_name, status, rows_held, rows_mended, rows_superseded, replaces
from ledger
where replaces is not null or rows_superseded > 0 or rows_mended > 0
order by period, provider_code, file_name
