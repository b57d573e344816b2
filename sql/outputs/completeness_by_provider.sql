-- How complete each provider's answers are; a question that is not on the form has no share.
select period, provider_code, name, source, characteristic, state, records, known, share_known, records_mark, known_mark, hidden
from question_silence order by period, source, name, provider_code, characteristic
