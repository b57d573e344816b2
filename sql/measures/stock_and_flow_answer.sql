-- What those of the stock and of the flow answered; of the kinds of section only the episode's own.
-- grain: one row a period, measure, place, unit, stratum, characteristic and code
select s.period, s.way, s.measure, s.place_level, s.place, s.unit, s.stratum, s.accessed, a.characteristic, a.code
from stock_and_flow s join person_answer a on a.period = s.period and a.person_key = s.person_key
where a.characteristic <> 'kind of section' or a.code = s.kind
