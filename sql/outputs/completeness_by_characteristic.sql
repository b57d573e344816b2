-- How complete the answers to each question are in England.
select period, characteristic, source, records, known, declined, unsure, not_recorded, not_collected, unmapped, share_known, hidden
from completeness where place_level = 'england'
order by period, characteristic, source
