-- Every measure that findings judge: how many of how many, by place and answer. What somebody at a place answered stands there in every measure of the same people,
-- or of the same cases, where it is of nobody too: a row that is missing in one measure and not in the other would tell that there is nobody.
-- grain: one row a period, measure, place, characteristic, code and basis
with one_answer as (
    select *, if(basis = 'cases', 'cases', 'people') as of_whom from measured_answer where basis <> 'counts' and characteristic not like '% and %'
), told as (
    select distinct period, of_whom, measure, basis from one_answer
), given as (
    select distinct period, of_whom, place_level, place, characteristic, code from one_answer
)
from measured_answer
union all
select t.period, t.measure, g.place_level, g.place, g.characteristic, g.code, t.basis, 0, 0, null
from told t join given g on g.period = t.period and g.of_whom = t.of_whom
anti join measured_answer m on m.period = t.period and m.measure = t.measure and m.place_level = g.place_level and m.place = g.place
    and m.characteristic = g.characteristic and m.code = g.code and m.basis = t.basis
