-- Uptake: of the people entitled, how many had an advocacy case; linked person by person, and out of counts.
-- grain: one row a period, place, characteristic, code and basis
with linked as (
    select pp.period, pp.place_level, pp.place, pa.characteristic, pa.code, 'linked' as basis, pp.covered,
        count(*) filter (pp.accessed) as seen, count(*) as entitled
    from person_place pp join person_answer pa on pa.period = pp.period and pa.person_key = pp.person_key
    group by all
), counted as (
    select period, place_level, place, characteristic, code,
        sum(count) filter (measure = 'accessed') as seen,
        sum(count) filter (measure = 'qualifying') as entitled
    from monitoring_count
    where measure in ('accessed', 'qualifying') and coalesce(subcategory, 'All') = 'All'
    group by all
), counts as (
    select counted.period, counted.place_level, counted.place, counted.characteristic, counted.code, 'counts' as basis,
        counted.seen, coalesce(counted.entitled, linked.entitled) as entitled
    from counted left join linked on linked.period = counted.period and linked.place_level = counted.place_level
        and linked.place = counted.place and linked.characteristic = counted.characteristic and linked.code = counted.code
), england_counts as (
    select period, 'england' as place_level, 'England' as place, characteristic, code, 'counts' as basis,
        sum(seen) as seen, sum(entitled) as entitled
    from counts where place_level = 'site' and seen is not null and entitled is not null
        and not exists (from counted c where c.period = counts.period and c.place_level = 'england')
    group by all
)
select period, place_level, place, characteristic, code, basis, seen::bigint as numerator, entitled::bigint as denominator, null as reason
from linked where covered
union all
select period, place_level, place, characteristic, code, basis, null, entitled::bigint, 'NOT_SUBMITTED'
from linked where not covered and place_level = 'site'
    and not exists (from counted c where c.period = linked.period and c.place = linked.place and c.place_level = 'site')
union all
select period, place_level, place, characteristic, code, basis, seen::bigint, entitled::bigint,
    case when seen is null then 'NO_NUMERATOR' when seen > entitled then 'NUM_GT_DENOM' end
from counts
union all
select period, place_level, place, characteristic, code, basis, seen::bigint, entitled::bigint,
    case when seen > entitled then 'NUM_GT_DENOM' end
from england_counts
