-- How unequal a measure is over the groups of a characteristic, in the summary measures of the World Health Organization; groups of few people do not count.
-- In England all of them; elsewhere those whose limits need no simulation.
-- grain: one row a measure, period, place, characteristic, basis and summary
with grouped as (
    select f.measure, f.period, f.place_level, f.place, f.characteristic, f.basis, f.code as label, case when c.ordered then f.sort end as ord,
        100 * f.rate as estimate, 100 * sqrt(f.rate * (1 - f.rate) / f.denominator) as se, f.denominator as population,
        w.better as favourable, k.is_reference, 100::double as scale
    from finding f
    join measure_in_words w on w.measure = f.measure and w.better is not null
    join characteristic c on c.characteristic = f.characteristic
    join answer_code k on k.characteristic = f.characteristic and k.code = f.code
    where f.status = 'known' and f.rate is not null and f.denominator >= (select small_group from setting)
), family as (
    select *, concat_ws('|', measure, period, place_level, place, characteristic, basis) as family from grouped
    qualify count(*) over (partition by measure, period, place_level, place, characteristic, basis) > 1
), england as (
    select * from family where place_level = 'england'
), away as (
    select * from family where place_level <> 'england'
), elsewhere as (
    from inequality_groups(away)
), summary as (
    from inequality_by(england, draws := 5000)
    union all by name from inequality_gaps(elsewhere)
    union all by name from inequality_slopes(elsewhere)
)
select md5(concat_ws('|', 'inequality', f.measure, f.period, f.place_level, f.place, f.characteristic, f.basis, s.measure)) as inequality_id, f.measure, f.period, f.place_level, f.place, f.characteristic, f.basis, s.measure as summary, s.value, s.lower, s.upper, f.groups, s.reason
from summary s join (select family, any_value(measure) as measure, any_value(period) as period, any_value(place_level) as place_level, any_value(place) as place,
    any_value(characteristic) as characteristic, any_value(basis) as basis, count(*) as groups from family group by family) f on f.family = s.family
where s.reason is distinct from 'NOT_ORDERED'
