-- What was held, set aside or named, and how to mend it. Rows that count all the same are named without their number: beside the
-- counts of answers it would tell what is hidden.
select period, provider_code, file_name, rule, severity, case when severity <> 'warning' then rows end as rows, fix from held_summary
union all
select period, provider_code, file_name, reason, 'file set aside', rows_seen, fix from ledger where status = 'set aside'
