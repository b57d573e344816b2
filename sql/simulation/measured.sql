-- What a warehouse would know of the simulated people.
-- grain: one row a run and code
select period, 'uptake' as measure, 'england' as place_level, 'England' as place, 'group' as characteristic, case when unknown then 'unknown' else code end as code, 'linked' as basis,
    count(*) filter (accessed) as numerator, count(*) as denominator, null::varchar as reason
from simulated_person group by all
