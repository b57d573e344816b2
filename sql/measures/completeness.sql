-- How complete the answers to each question are, by hospital and advocacy service, each kind of not knowing apart.
-- grain: one row a period, provider, source and characteristic
with record as (
    -- once, however many answers of the person stand beside it
    select distinct period, provider_code, source, characteristic, person_key, submission_id, row_number, recorded from person_characteristic
), recorded as (
    select pc.period, pc.provider_code, pc.source, pc.characteristic, coalesce(code.status, 'known') as status
    from record pc
    left join code on code.characteristic = pc.characteristic and code.code = split_part(pc.recorded, '; ', 1)
)
select period, 'provider' as place_level, provider_code as place, characteristic, source, count(*) as records,
    count(*) filter (status = 'known') as known, count(*) filter (status = 'declined') as declined,
    count(*) filter (status = 'unsure') as unsure, count(*) filter (status = 'not recorded') as not_recorded,
    count(*) filter (status = 'not collected') as not_collected, count(*) filter (status = 'unmapped') as unmapped,
    count(*) filter (status = 'known') / count(*) as share_known
from recorded group by period, provider_code, characteristic, source
union all
select period, 'england', 'England', characteristic, source, count(*),
    count(*) filter (status = 'known'), count(*) filter (status = 'declined'),
    count(*) filter (status = 'unsure'), count(*) filter (status = 'not recorded'),
    count(*) filter (status = 'not collected'), count(*) filter (status = 'unmapped'),
    count(*) filter (status = 'known') / count(*)
from recorded group by period, characteristic, source
