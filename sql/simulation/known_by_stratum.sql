-- Of how many simulated people the group is known, within sites.
-- grain: one row a run and site
select period, 'uptake' as measure, 'linked' as basis, 'england' as place_level, 'England' as place, stratum, 'group' as characteristic,
    count(*) filter (accessed) as numerator, count(*) as denominator
from simulated_person where not unknown group by all
