-- The places that each site counts for: itself, its type, its hospital provider, its commissioner and England.
-- grain: one row a period, site and place
with known as (
    select period, site_code from site union select period, site_code from qualifying_patient union select period, site_code from advocacy_case
)
select k.period, k.site_code, place.level as place_level, place.name as place
from known k left join site s on s.period = k.period and s.site_code = k.site_code,
    unnest([
        {'level': 'site', 'name': k.site_code}, {'level': 'site type', 'name': s.site_type}, {'level': 'provider', 'name': s.hospital_provider},
        {'level': 'commissioner', 'name': s.commissioner}, {'level': 'england', 'name': 'England'}]) as u(place)
where place.name is not null
