-- What became of the rows that do not count. How many count is told by the counts of records, rounded or hidden as all counts are:
-- beside them the exact number would tell what is hidden.
-- grain: one row a period and provider
select period, provider_code, count(*) as files, count(*) filter (status = 'set aside') as files_set_aside,
    sum(rows_held)::bigint as rows_held, sum(coalesce(rows_mended, 0))::bigint as rows_mended, sum(rows_held - coalesce(rows_mended, 0))::bigint as rows_waiting,
    sum(rows_repeated)::bigint as rows_repeated, sum(rows_superseded)::bigint as rows_superseded, sum(rows_blank)::bigint as rows_blank
from ledger group by period, provider_code order by period, provider_code
