-- What became of every row that was sent: rows_seen is the sum of the accepted, held, repeated, superseded and blank ones.
-- grain: one row a period and provider
select period, provider_code, count(*) as files, count(*) filter (status = 'set aside') as files_set_aside, sum(rows_seen)::bigint as rows_seen, sum(rows_accepted)::bigint as rows_accepted,
    sum(rows_held)::bigint as rows_held, sum(coalesce(rows_mended, 0))::bigint as rows_mended, sum(rows_held - coalesce(rows_mended, 0))::bigint as rows_waiting,
    sum(rows_repeated)::bigint as rows_repeated, sum(rows_superseded)::bigint as rows_superseded, sum(rows_blank)::bigint as rows_blank
from ledger group by period, provider_code order by period, provider_code
