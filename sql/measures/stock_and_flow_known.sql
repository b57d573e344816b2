-- Of which characteristics, and in England of which two, anything is known of those of the stock and of the flow.
-- grain: one row a period, measure, place, unit, stratum and characteristic, or pair of them, that the person has any answer of
with asked as (
    select distinct period, way, measure, place_level, place, person_key, unit, stratum, accessed,
        unnest(answered || case when place_level = 'england' then pairs_of(list_filter(answered, lambda one: list_contains(personal, one))) else [] end) as characteristic
    from stock_and_flow join person_known using (period, person_key), (select list(characteristic) as personal from characteristic)
)
select a.period, a.way, a.measure, a.place_level, a.place, a.unit, a.stratum, a.accessed, a.characteristic, list_has_all(k.known, string_split(a.characteristic, ' and ')) as known
from asked a join person_known k on k.period = a.period and k.person_key = a.person_key
