-- Each yes or no about a case, at each place.
-- grain: one row a period, measure, place and case
with fact as (
    unpivot (select * exclude (route, referral_date, first_contact_date, last_day) from case_fact)
    on "met within 7 days", "referred by themselves", "referred automatically", "not instructed", "satisfaction answered", satisfied, "outcome recorded", "used again"
    into name measure value happened
)
select f.period, f.measure, place.level as place_level, place.name as place, f.site_code, f.person_key, f.case_ref, f.happened
from fact f left join site on site.period = f.period and site.site_code = f.site_code,
    unnest([
        {'level': 'site', 'name': f.site_code}, {'level': 'site type', 'name': site.site_type},
        {'level': 'provider', 'name': site.hospital_provider}, {'level': 'commissioner', 'name': site.commissioner},
        {'level': 'england', 'name': 'England'}]) as u(place)
where place.name is not null
