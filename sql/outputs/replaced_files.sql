-- Files that replaced rows of others, or whose held rows were mended since. Not how many rows: whoever has the release before would know
-- by how much each count can have changed, and so what is hidden.
select period, provider_code, file_name, status, coalesce(rows_mended, 0) > 0 as mended, replaces
from ledger
where replaces is not null or rows_superseded > 0 or rows_mended > 0
order by period, provider_code, file_name
