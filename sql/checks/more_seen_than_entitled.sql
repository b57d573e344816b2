-- Counts in which more people had an advocacy case than were entitled.
-- severity: warning
with pair as (
    select period, place, characteristic, code, sum(count) filter (measure = 'accessed') as seen, sum(count) filter (measure = 'qualifying') as entitled
    from monitoring_count group by all
)
select period, place, 'More people are counted as seen than as entitled (' || characteristic || ', ' || code || ').' as message,
    'Ask both providers which people they counted.' as fix
from pair where seen > entitled
