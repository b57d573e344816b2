-- Each period beside the one before it of the same length, and whether the sites that tell are the same: where they are not, the change is also given
-- for the sites that told in both. Each person counts once there too, so that those of these sites are a part of all.
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
), other_base as (
    select distinct period, before.period as previous, measure, basis, place_level, place, list_intersect(sites, before.sites) as sites from followed where sites is distinct from before.sites
), place_alike as (
    select b.* exclude (sites), site from other_base b, unnest(b.sites) as u(site)
), counted as (
    select 'uptake' as measure, 'linked' as basis, period, site_code as site, person_key, person_key::varchar as counted, null as kind, accessed from linked_person
    union all
    select measure, way, period, place, person_key, case way when 'stock' then person_key::varchar else concat_ws('|', person_key, place, kind, start_date) end, kind, accessed
    from stock_and_flow where place_level = 'site'
), told_alike as (
    select p.period, p.measure, p.basis, p.place_level, p.place, a.characteristic, a.code, c.period = p.period as is_now,
        count(distinct c.counted) filter (c.accessed) as x, count(distinct c.counted) as n
    from place_alike p join counted c on c.measure = p.measure and c.basis = p.basis and c.site = p.site and c.period in (p.period, p.previous)
    join person_answer a on a.period = c.period and a.person_key = c.person_key
    where (p.place_level = 'england' or a.characteristic = 'total') and (a.characteristic <> 'kind of section' or c.kind is null or a.code = c.kind)
    group by all
), alike as (
    select now.* exclude (is_now, x, n), now.x, now.n, past.x as before_x, past.n as before_n
    from told_alike now join told_alike past using (period, measure, basis, place_level, place, characteristic, code)
    where now.is_now and not past.is_now
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
