-- What those of the stock and of the flow answered, in England two answers together too; of the kinds of section only the episode's own.
-- grain: one row a period, measure, place, unit, stratum, characteristic or pair of them, and code or pair
with answer as (
    select a.period, a.person_key, a.characteristic, a.code
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
)
select s.period, s.way, s.measure, s.place_level, s.place, s.unit, s.stratum, s.accessed, a.characteristic, a.code
from stock_and_flow s join person_answer a on a.period = s.period and a.person_key = s.person_key
where a.characteristic <> 'kind of section' or a.code = s.kind
union all
select s.period, s.way, s.measure, s.place_level, s.place, s.unit, s.stratum, s.accessed, a.characteristic || ' and ' || b.characteristic, a.code || ' and ' || b.code
from stock_and_flow s join answer a on a.period = s.period and a.person_key = s.person_key
join answer b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
where s.place_level = 'england'
