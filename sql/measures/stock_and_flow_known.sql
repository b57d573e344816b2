-- The stock and the flow by whether anything is known of a characteristic, and in England of two; where the person has any answer at all.
-- seen and entitled: within the stratum; seen_once and entitled_once: each person on the last day once at the place, for sums over its strata.
-- grain: one row a period, measure, place, stratum, characteristic or pair of them, and whether it is known
with alike as (
    select s.period, s.way, s.measure, s.place_level, s.place, s.stratum, k.answered, k.known,
        count(*) filter (s.accessed) as seen, count(*) as entitled,
        count(*) filter (s.accessed and s.counted_once) as seen_once, count(*) filter (s.counted_once) as entitled_once
    from stock_and_flow s join person_known k on k.period = s.period and k.person_key = s.person_key
    group by all
), asked as (
    select *, unnest(answered || case when place_level = 'england' then pairs_of(list_filter(answered, lambda one: list_contains(personal, one))) else [] end) as characteristic
    from alike, (select list(characteristic) as personal from characteristic)
)
select period, way, measure, place_level, place, stratum, characteristic, list_has_all(known, string_split(characteristic, ' and ')) as known,
    sum(seen)::bigint as seen, sum(entitled)::bigint as entitled, sum(seen_once)::bigint as seen_once, sum(entitled_once)::bigint as entitled_once
from asked group by all
