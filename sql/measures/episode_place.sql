-- Qualifying episodes at each place that they count for, and whether the person was seen: the site of the first day for
-- the flow, of the last day in the period for the stock.
-- grain: one row a period, way of counting, episode and place
with qualifying as (
    select e.*, period_last_day(e.period) as last_day, coalesce(p.accessed, false) as accessed
    from episode e
    left join person_place p on p.period = e.period and p.person_key = e.person_key and p.place_level = 'england'
    where e.qualifies
), counted as (
    select 'flow' as way, period, person_key, kind, start_date, accessed, first_site as site_code from qualifying
    where start_date between period_first_day(period) and last_day
    union all
    select 'stock', period, person_key, kind, start_date, accessed, last_site from qualifying
    where start_date <= last_day and coalesce(end_date, last_day) >= last_day
)
select c.way, c.period, place.level as place_level, place.name as place, c.site_code, c.person_key, c.kind, c.start_date, c.accessed
from counted c
left join site s on s.period = c.period and s.site_code = c.site_code,
    unnest([
        {'level': 'site', 'name': c.site_code}, {'level': 'site type', 'name': s.site_type},
        {'level': 'provider', 'name': s.hospital_provider}, {'level': 'commissioner', 'name': s.commissioner},
        {'level': 'england', 'name': 'England'}]) as u(place)
where place.name is not null
