-- Of which characteristics anything is known of those of the stock and of the flow.
-- grain: one row a period, measure, place, unit, stratum and characteristic that the person has any answer of
select s.period, s.way, s.measure, s.place_level, s.place, s.unit, s.stratum, s.accessed, s.characteristic, list_contains(k.known, s.characteristic) as known
from (
    select distinct period, way, measure, place_level, place, person_key, unit, stratum, accessed, unnest(answered) as characteristic
    from stock_and_flow join person_known using (period, person_key)
) s join person_known k on k.period = s.period and k.person_key = s.person_key
