-- Each person once at each place: site, site type, hospital provider, commissioner and England.
-- grain: one row a period, place and person; covered: somebody told us who was seen there
with placed as (
    select period, 'site' as place_level, site_code as place, person_key, accessed, covered from linked_person
    union all select period, 'site type', site_type, person_key, accessed, covered from linked_person
    union all select period, 'provider', hospital_provider, person_key, accessed, covered from linked_person
    union all select period, 'commissioner', commissioner, person_key, accessed, covered from linked_person
    union all select period, 'england', 'England', person_key, accessed, covered from linked_person
)
select period, place_level, place, person_key, bool_or(accessed) as accessed, bool_or(covered) as covered
from placed where place is not null
group by period, place_level, place, person_key
