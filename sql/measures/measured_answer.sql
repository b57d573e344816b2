-- Every measure that findings judge, of the answers that somebody gave: how many of how many, by place and answer. For uptake people are counted, by one answer and by
-- two; of those on the last day, of new episodes and of cases two answers in England, of enough of them to be judged.
-- grain: one row a period, measure, place, characteristic, code and basis
select period, 'uptake' as measure, place_level, place, characteristic, code, basis, numerator, denominator, reason from uptake
union all
select period, 'uptake', place_level, place, characteristic || ' and ' || other_characteristic, code || ' and ' || other_code, 'linked', numerator, denominator, null from intersection
union all
select period, measure, place_level, place, characteristic, code, way, sum(seen_once)::bigint, sum(entitled_once)::bigint, null
from stock_and_flow_answer group by period, way, measure, place_level, place, characteristic, code
having characteristic not like '% and %' or sum(entitled_once) >= (select small_group from setting)
union all
select c.period, c.measure, p.place_level, p.place, c.characteristic, c.code, 'cases', sum(c.numerator)::bigint, sum(c.denominator)::bigint, null
from case_by_site c join site_place p on p.period = c.period and p.site_code = c.site_code
where not starts_with(c.characteristic, 'known: ')
group by c.period, c.measure, p.place_level, p.place, c.characteristic, c.code
having c.characteristic not like '% and %' or p.place_level = 'england' and sum(c.denominator) >= (select small_group from setting)
