-- What a site would need to reach the uptake that the setting states, or the best quartile of the sites of its type: people more to be seen, advocates, hours.
-- The only site of its type has no best quartile, and unless an uptake is stated nothing to reach.
-- One advocate is taken to see as many people as the setting says, and to work the hours that the services of the period have for each advocate.
-- grain: one row a period and site
with told as (
    select u.period, u.basis, u.place as site_code, s.site_type, s.name, u.numerator, u.denominator, u.numerator / nullif(u.denominator, 0) as rate
    from uptake u join site s on s.period = u.period and s.site_code = u.place
    where u.place_level = 'site' and u.characteristic = 'total' and u.reason is null and u.denominator > 0
), target as (
    select *, case when count(*) over (partition by period, site_type) > 1 then quantile_cont(rate, 0.75) over (partition by period, site_type) end as best_quartile,
        count(*) over (partition by period, site_type) as sites_of_type
    from told
), wanted as (
    select *, case when uptake_to_reach is not null then greatest(uptake_to_reach * denominator, numerator) end as to_see
    from (select t.*, coalesce(g.stated_uptake, t.best_quartile) as uptake_to_reach, g.people_per_advocate from target t, setting g)
), capacity as (
    select period, sum(hours order by provider_code) / nullif(sum(advocates order by provider_code), 0) as hours_per_advocate from service group by period
)
select t.period, t.site_code, t.name, t.site_type, t.sites_of_type, t.numerator, t.denominator, t.rate, t.best_quartile, t.uptake_to_reach,
    ceil(round(t.to_see, 9))::bigint as to_be_seen, ceil(round(t.to_see - t.numerator, 9))::bigint as more_to_be_seen,
    t.to_see / t.people_per_advocate as advocates_needed, t.to_see / t.people_per_advocate * c.hours_per_advocate as hours_needed,
    case when t.uptake_to_reach is null then 'FEW_GROUPS' end as reason, t.basis
from wanted t left join capacity c on c.period = t.period
