-- Who was expected to submit, and what came.
-- grain: one row a period, provider and expected return
with expected as (
    select p.period, p.provider_code, p.name, p.role,
        case when p.role = 'hospital' then 'qualifying-patients'
            when count(s.site_code) > 0 then 'advocacy-cases or monitoring-counts' else 'any' end as expected_return,
        count(s.site_code) as sites
    from provider p
    left join site s on s.period = p.period and p.provider_code in (s.hospital_provider, s.advocacy_provider)
    group by all
)
select e.period, e.provider_code, e.name, e.role, e.expected_return,
    case when count(*) filter (x.status <> 'set aside' and (e.expected_return = 'any' or list_has_any(string_split(x."return", ' + '), string_split(e.expected_return, ' or ')))) > 0 then 'submitted'
        when count(*) filter (x.status = 'set aside') > 0 then 'set aside' else 'nothing received' end as state,
    e.sites
from expected e
left join submission x on x.period = e.period and x.provider_code = e.provider_code
group by all
