-- What became of the rows that do not count. How many count is told by the counts of records, rounded or hidden as all counts are:
-- beside them the exact number would tell what is hidden, and so would how many a newer file replaced, mended or repeated.
-- grain: one row a period and provider
select period, provider_code, count(*) as files, count(*) filter (status = 'set aside') as files_set_aside,
    sum(rows_held - coalesce(rows_mended, 0))::bigint as rows_waiting, sum(rows_blank)::bigint as rows_blank
from ledger group by period, provider_code order by period, provider_code
