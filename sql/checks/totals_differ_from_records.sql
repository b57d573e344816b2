-- A provider sent totals and records of people for the same site, and they tell different numbers of people.
-- severity: warning
with counted as (
    select period, place, provider_code, measure, sum(count) as told from monitoring_count
    where place_level = 'site' and measure in ('accessed', 'qualifying') and characteristic = 'total' and coalesce(subcategory, 'All') = 'All'
    group by period, place, provider_code, measure
), recorded as (
    select period, site_code as place, provider_code, 'qualifying' as measure, count(distinct person_key) as people
    from qualifying_patient group by period, site_code, provider_code
    union all
    select period, site_code, provider_code, 'accessed', count(distinct person_key) from advocacy_case group by period, site_code, provider_code
)
select c.period, c.place, c.provider_code || ' told ' || c.told || ' people as ' || c.measure || ' and sent records of ' || r.people || '.' as message,
    'Ask the provider which of the two is right.' as fix
from counted c
join recorded r on r.period = c.period and r.place = c.place and r.provider_code = c.provider_code and r.measure = c.measure
where c.told <> r.people
