-- Uptake of those who share two answers, and what their margins alone would let expect: the share of the one times the share of the other over that of all.
-- In England every pair; elsewhere pairs of enough people to be judged, since thousands of pairs of few would tell of single people and of nothing else.
-- grain: one row a period, place, two characteristics and their codes
with answer as (
    select a.period, a.person_key, a.characteristic, a.code
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
), pair as (
    select p.period, p.place_level, p.place, a.characteristic, b.characteristic as other_characteristic, a.code, b.code as other_code,
        count(*) filter (p.accessed) as numerator, count(*) as denominator
    from answer a join answer b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
    join person_place p on p.period = a.period and p.person_key = a.person_key and p.covered
    group by p.period, p.place_level, p.place, a.characteristic, b.characteristic, a.code, b.code
    having p.place_level = 'england' or count(*) >= (select small_group from setting)
), margin as (
    select period, place_level, place, characteristic, code, numerator / denominator as rate from uptake where basis = 'linked' and reason is null
)
select pair.*, least(one.rate * other.rate / nullif(total.rate, 0), 1) as expected
from pair
join margin one on one.period = pair.period and one.place_level = pair.place_level and one.place = pair.place and one.characteristic = pair.characteristic and one.code = pair.code
join margin other on other.period = pair.period and other.place_level = pair.place_level and other.place = pair.place and other.characteristic = pair.other_characteristic and other.code = pair.other_code
join margin total on total.period = pair.period and total.place_level = pair.place_level and total.place = pair.place and total.characteristic = 'total'
