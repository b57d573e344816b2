-- Uptake of those who share two answers.
-- In England every pair; elsewhere pairs of enough people to be judged, since thousands of pairs of few would tell of single people and of nothing else.
-- grain: one row a period, place, two characteristics and their codes
with answer as (
    select a.period, a.person_key, a.characteristic, a.code
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
)
select p.period, p.place_level, p.place, a.characteristic, b.characteristic as other_characteristic, a.code, b.code as other_code,
    count(*) filter (p.accessed) as numerator, count(*) as denominator
from answer a join answer b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
join person_place p on p.period = a.period and p.person_key = a.person_key and p.covered
group by p.period, p.place_level, p.place, a.characteristic, b.characteristic, a.code, b.code
having p.place_level = 'england' or count(*) >= (select small_group from setting)
