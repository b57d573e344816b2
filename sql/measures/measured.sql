-- Every measure that findings judge: how many of how many, by place and answer. For uptake people are counted, for the others cases.
-- grain: one row a period, measure, place, characteristic, code and basis
select period, 'uptake' as measure, place_level, place, characteristic, code, basis, numerator, denominator, reason from uptake
union all
select c.period, c.measure, c.place_level, c.place, a.characteristic, a.code, 'cases', count(*) filter (c.happened), count(*), null
from case_place c join case_answer a on a.period = c.period and a.person_key = c.person_key
group by c.period, c.measure, c.place_level, c.place, a.characteristic, a.code
