-- Every row has exactly one outcome: what was seen is the sum of what became of it.
-- severity: stop
select period, provider_code as place, 'The rows of ' || file_name || ' do not add up to what was seen.' as message,
    'Run the stage again; if it stays so, report it.' as fix
from submission
where rows_seen <> rows_accepted + rows_held + rows_repeated + rows_superseded + rows_blank
