-- How complete the answers to each question are in England.
select period, characteristic, source, records, known, declined, unsure, not_recorded, not_collected, unmapped, share_known,
    records_mark, known_mark, declined_mark, unsure_mark, not_recorded_mark, not_collected_mark, unmapped_mark, hidden
from completeness where place_level = 'england'
order by period, characteristic, source
