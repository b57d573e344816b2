-- Linked uptake within site and legal status, over which gaps are adjusted.
-- grain: one row a period, place, site, legal status, characteristic and code
select lp.period, place.level as place_level, place.name as place, lp.site_code, lp.legal_status,
    pa.characteristic, pa.code, count(*) filter (lp.accessed) as numerator, count(*) as denominator
from linked_person lp
join person_answer pa on pa.period = lp.period and pa.person_key = lp.person_key,
    unnest([
        {'level': 'site', 'name': lp.site_code}, {'level': 'site type', 'name': lp.site_type},
        {'level': 'provider', 'name': lp.hospital_provider}, {'level': 'commissioner', 'name': lp.commissioner},
        {'level': 'england', 'name': 'England'}]) as u(place)
where lp.covered
group by all
