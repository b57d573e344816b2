-- Questions that a provider did not ask, or asked in vain.
select period, provider_code, name, source, characteristic, state, records, records_mark, hidden from question_silence where state <> 'answered'
order by period, source, provider_code, characteristic
