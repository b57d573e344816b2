-- Of how many simulated people the group is known.
-- grain: one row a run
select period, 'uptake' as measure, 'linked' as basis, 'england' as place_level, 'England' as place, 'group' as characteristic,
    count(*) filter (accessed and not unknown) as known_numerator, count(*) filter (not unknown) as known_denominator,
    count(*) filter (accessed and unknown) as unknown_numerator, count(*) filter (unknown) as unknown_denominator
from simulated_person group by period
