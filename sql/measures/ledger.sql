-- What became of the rows of every file.
-- grain: one row a file received
select period, provider_code, file_name, "return", layout, rows_seen, rows_accepted, rows_held, rows_repeated,
    rows_superseded, rows_blank, status, reason, fix
from submission
