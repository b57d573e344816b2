-- How good the answers to each question are: valid, other, default, invalid or missing (VODIM), by rules that hold from when to when.
-- grain: one row a period, provider, source and item
with cell as (
    select period, provider_code, 'patient' as source, left_blank, replace(item, '_recorded', '') as item, written
    from (unpivot (select period, provider_code, left_blank, legal_status as legal_status_recorded, columns('.*_recorded')::varchar from patient)
        on columns('.*_recorded') into name item value written)
    union all
    select period, provider_code, 'advocacy_case', left_blank, replace(item, '_recorded', ''), written
    from (unpivot (select period, provider_code, left_blank, columns('.*_recorded')::varchar from advocacy_case)
        on columns('.*_recorded') into name item value written)
), answer as (
    -- several answers are judged one by one
    select * exclude (written), unnest(string_split(trim(written, '[]'), ', ')) as code, period_first_day(period) as day from cell
), judged as (
    select a.period, a.provider_code, a.source, a.item,
        case when list_contains(a.left_blank, a.item) or a.code in ('', 'not collected') then 'missing'
            when a.code = 'unmapped' then 'invalid'
            when r.outcome is not null then r.outcome
            when coalesce(c.status, a.code) = 'not recorded' then 'default'
            when coalesce(c.status, a.code) = 'unsure' then 'other'
            when c.status is null or exists (from quality_rule x where x.item = a.item and a.day between coalesce(x.valid_from, a.day) and coalesce(x.valid_to, a.day)) then 'invalid'
            else 'valid' end as outcome
    from answer a
    left join quality_rule r on r.item = a.item and r.code = a.code and a.day between coalesce(r.valid_from, a.day) and coalesce(r.valid_to, a.day)
    left join code c on a.item in (c.characteristic, c.characteristic || '_band') and c.code = a.code
)
select period, 'provider' as place_level, provider_code as place, source, item, count(*) as records,
    count(*) filter (outcome = 'valid') as valid, count(*) filter (outcome = 'other') as other, count(*) filter (outcome = 'default') as defaulted,
    count(*) filter (outcome = 'invalid') as invalid, count(*) filter (outcome = 'missing') as missing
from judged group by all
