-- Each period beside the one before it of the same length, and whether the sites that tell are the same: where they are not, the change is also given
-- for the sites that told in both (a person at two sites then counts at each).
-- grain: one row a period, measure, place, characteristic, code and basis that has an earlier one
with base as (
    select period, place.level as place_level, place.name as place, list_sort(list(distinct lp.site_code)) as sites
    from linked_person lp, unnest([
        {'level': 'site', 'name': lp.site_code}, {'level': 'site type', 'name': lp.site_type}, {'level': 'provider', 'name': lp.hospital_provider},
        {'level': 'commissioner', 'name': lp.commissioner}, {'level': 'england', 'name': 'England'}]) as u(place)
    where lp.covered group by all
), told as (
    select m.*, b.sites from measured m
    left join base b on m.basis in ('linked', 'stock', 'flow') and b.period = m.period and b.place_level = m.place_level and b.place = m.place
    where m.reason is null and (m.characteristic = 'total' or m.place_level = 'england') and m.characteristic not like '% and %'
), followed as (
    select *, lag({'period': period, 'x': numerator, 'n': denominator, 'sites': sites}) over (
        partition by measure, basis, place_level, place, characteristic, code, len(period) order by period) as before
    from told
), alike as (
    select f.period, f.measure, f.basis, f.place_level, f.place, f.characteristic, f.code, sum(now.numerator) as x, sum(now.denominator) as n, sum(past.numerator) as before_x, sum(past.denominator) as before_n
    from followed f, unnest(list_intersect(f.sites, f.before.sites)) as u(same_site)
    join measured now on now.place_level = 'site' and now.place = same_site
    join measured past on past.place_level = 'site' and past.place = same_site
    where now.period = f.period and past.period = f.before.period and now.measure = f.measure and past.measure = f.measure and now.basis = f.basis and past.basis = f.basis
        and now.characteristic = f.characteristic and past.characteristic = f.characteristic and now.code = f.code and past.code = f.code
    group by all
), changed as (
    select f.*, newcombe(f.numerator, f.denominator, f.before.x, f.before.n) as change, a.x as alike_numerator, a.n as alike_denominator, newcombe(a.x, a.n, a.before_x, a.before_n) as alike_change
    from followed f left join alike a on a.period = f.period and a.measure = f.measure and a.basis = f.basis and a.place_level = f.place_level and a.place = f.place
        and a.characteristic = f.characteristic and a.code = f.code
    where f.before is not null
)
select md5(concat_ws('|', 'trend', measure, period, place_level, place, characteristic, code, basis)) as trend_id, period, before.period as previous_period, measure, basis, place_level, place, characteristic, code, numerator, denominator, before.x as previous_numerator, before.n as previous_denominator,
    numerator / denominator as rate, before.x / before.n as previous_rate, change.value as change, change.lower as change_lower, change.upper as change_upper,
    sites is distinct from before.sites as base_changed, len(list_filter(sites, lambda now_told: not list_contains(before.sites, now_told))) as sites_gained,
    len(list_filter(before.sites, lambda once_told: not list_contains(sites, once_told))) as sites_lost, alike_numerator::bigint as alike_numerator, alike_denominator::bigint as alike_denominator,
    alike_change.value as alike_change, alike_change.lower as alike_lower, alike_change.upper as alike_upper,
    case when sites is distinct from before.sites then 'BASE_CHANGED' else change.reason end as reason
from changed
