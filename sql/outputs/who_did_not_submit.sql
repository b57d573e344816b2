-- Who was expected to submit and did not, and how many people that is about: those entitled at its sites, as hospitals told them for the period or last told them before.
-- Out of counts as they are shown; a site whose count is hidden is left out, so that there may be more.
-- grain: one row a period, provider and expected return
with silent as (
    select * from silence where state <> 'submitted'
), told as (
    select period, place as site_code, max(denominator) as entitled from finding
    where measure = 'uptake' and place_level = 'site' and characteristic = 'total' and denominator is not null group by all
), site_told as (
    select s.period, s.provider_code, s.expected_return, t.period as told_for, sum(t.entitled)::bigint as entitled, count(*) as sites_told
    from silent s join told t on list_contains(s.site_codes, t.site_code) and t.period <= s.period group by all
), newest as (
    select * from site_told qualify row_number() over (partition by period, provider_code, expected_return order by told_for desc) = 1
)
select s.period, s.provider_code, s.name, s.role, s.expected_return, s.state, s.sites, t.entitled, t.told_for, coalesce(t.sites_told, 0) as sites_told,
    case when s.sites = 0 then 'NO_SITE' when t.entitled is null then 'NOT_TOLD' when t.told_for < s.period then 'EARLIER' else 'PERIOD' end as known_from
from silent s left join newest t on t.period = s.period and t.provider_code = s.provider_code and t.expected_return = s.expected_return
order by s.period, s.role, s.provider_code
