-- What was held, set aside or named, and how to mend it.
select period, provider_code, file_name, rule, severity, rows, fix from held_summary
union all
select period, provider_code, file_name, reason, 'file set aside', rows_seen, fix from ledger where status = 'set aside'
