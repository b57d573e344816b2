-- The same within sites.
-- grain: one row a run, site and code
select period, 'uptake' as measure, 'linked' as basis, 'england' as place_level, 'England' as place, stratum, 'group' as characteristic, case when unknown then 'unknown' else code end as code,
    count(*) filter (accessed) as numerator, count(*) as denominator
from simulated_person group by all
