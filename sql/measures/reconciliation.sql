-- Where both records of people and totals tell the same figure of a site, how far they are apart.
-- grain: one row a period, site, measure, characteristic and code
with counted as (
    select period, place, measure, characteristic, code, sum(count)::bigint as told, string_agg(distinct provider_code, ', ' order by provider_code) as told_by
    from monitoring_count
    where place_level = 'site' and measure in ('accessed', 'qualifying') and coalesce(subcategory, 'All') = 'All'
    group by period, place, measure, characteristic, code
), linked as (
    select p.period, p.place, a.characteristic, a.code, count(*) as qualifying, count(*) filter (p.accessed) as accessed, bool_or(p.covered) as covered
    from person_place p join person_answer a on a.period = p.period and a.person_key = p.person_key
    where p.place_level = 'site' group by p.period, p.place, a.characteristic, a.code
)
select c.period, c.place, c.measure, c.characteristic, c.code, case c.measure when 'accessed' then l.accessed else l.qualifying end as linked,
    c.told as counted, c.told - case c.measure when 'accessed' then l.accessed else l.qualifying end as difference, c.told_by
from counted c
join linked l on l.period = c.period and l.place = c.place and l.characteristic = c.characteristic and l.code = c.code
where c.measure = 'qualifying' or l.covered
