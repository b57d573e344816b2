-- Whose records carry a number, were recognised without one, or could not be linked.
-- grain: one row a period, provider and source
with record as (
    select period, provider_code, 'hospital' as source, person_key, link_tier,
        exists (from advocacy_case a where a.period = p.period and a.person_key = p.person_key) as on_other_side
    from patient p
    union all
    select period, provider_code, 'advocacy', person_key, link_tier,
        exists (from patient p where p.period = a.period and p.person_key = a.person_key)
    from advocacy_case a
)
select period, provider_code, source, count(*) as records, count(*) filter (link_tier = 1) as with_number,
    count(*) filter (link_tier = 2) as by_tier_2, count(*) filter (link_tier is null) as not_linked,
    count(*) filter (on_other_side) as found_on_other_side
from record group by period, provider_code, source
