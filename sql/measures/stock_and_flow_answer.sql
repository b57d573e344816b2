-- The stock and the flow by what was answered, in England by two answers together too; of the kinds of section only by the episode's own.
-- seen and entitled: within the stratum; seen_once and entitled_once: each person on the last day once at the place, for sums over its strata.
-- grain: one row a period, measure, place, stratum, characteristic or pair of them, and code or pair
with answer as (
    select a.period, a.person_key, a.characteristic, a.code
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
), one as (
    select s.period, s.way, s.measure, s.place_level, s.place, s.stratum, a.characteristic, a.code,
        count(*) filter (s.accessed) as seen, count(*) as entitled,
        count(*) filter (s.accessed and (s.counted_once or a.characteristic = 'kind of section')) as seen_once,
        count(*) filter (s.counted_once or a.characteristic = 'kind of section') as entitled_once
    from stock_and_flow s join person_answer a on a.period = s.period and a.person_key = s.person_key
    where a.characteristic <> 'kind of section' or a.code = s.kind
    group by all
), two as (
    select s.period, s.way, s.measure, s.place_level, s.place, s.stratum, a.characteristic, b.characteristic as other_characteristic, a.code, b.code as other_code,
        count(*) filter (s.accessed) as seen, count(*) as entitled,
        count(*) filter (s.accessed and s.counted_once) as seen_once, count(*) filter (s.counted_once) as entitled_once
    from stock_and_flow s join answer a on a.period = s.period and a.person_key = s.person_key
    join answer b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
    where s.place_level = 'england' group by all
)
from one
union all
select period, way, measure, place_level, place, stratum, characteristic || ' and ' || other_characteristic, code || ' and ' || other_code, seen, entitled, seen_once, entitled_once
from two
