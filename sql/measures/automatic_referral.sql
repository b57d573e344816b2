-- What automatic (opt-out) referral goes with: uptake at sites where at least the share automatic_share of the cases came automatically (setting), beside the others.
-- Sites differ in more than this: the difference is not the effect.
-- grain: one row a period
with site_route as (
    select period, site_code, count(*) filter (route = 'automatic') / nullif(count(route), 0) as automatic_share from case_fact group by all
), told as (
    select u.period, r.automatic_share >= (select automatic_share from setting) as automatic, sum(u.numerator)::bigint as seen, sum(u.denominator)::bigint as entitled, count(*) as sites
    from uptake u join site_route r on r.period = u.period and r.site_code = u.place
    where u.place_level = 'site' and u.characteristic = 'total' and u.basis = 'linked' and u.reason is null group by all
), beside as (
    select period, coalesce(sum(seen) filter (automatic), 0)::bigint as numerator, coalesce(sum(entitled) filter (automatic), 0)::bigint as denominator, coalesce(sum(sites) filter (automatic), 0)::bigint as automatic_sites,
        coalesce(sum(seen) filter (not automatic), 0)::bigint as other_numerator, coalesce(sum(entitled) filter (not automatic), 0)::bigint as other_denominator, coalesce(sum(sites) filter (not automatic), 0)::bigint as other_sites
    from told group by period
)
select *, newcombe(numerator, denominator, other_numerator, other_denominator).value as difference, newcombe(numerator, denominator, other_numerator, other_denominator).lower as difference_lower,
    newcombe(numerator, denominator, other_numerator, other_denominator).upper as difference_upper, newcombe(numerator, denominator, other_numerator, other_denominator).reason as reason
from beside
