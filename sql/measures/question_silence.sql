-- What each provider's records tell of each question: answers, nothing but unknowns, or no such question on the form. A
-- question that is not asked is 'not collected' and has no share; it is never 0 %.
-- grain: one row a period, provider, source and characteristic
with told as (
    select period, place as provider_code, source, characteristic, records, known, not_collected
    from completeness where place_level = 'provider'
)
select t.period, t.provider_code, provider.name, t.source, t.characteristic, t.records,
    case when t.not_collected = t.records then 'no such question on the form'
        when t.known = 0 then 'everything unknown'
        when t.not_collected > 0 then 'asked on some forms' else 'answered' end as state,
    case when t.not_collected < t.records then t.known end as known,
    case when t.not_collected < t.records then t.known / (t.records - t.not_collected) end as share_known
from told t
left join provider on provider.period = t.period and provider.provider_code = t.provider_code
