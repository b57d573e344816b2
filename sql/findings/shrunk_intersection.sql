-- Intersections of every measure drawn towards what their margins let expect (the share of the one times the share of the other over that of all): a group of few
-- people moves far, one of many stays. The strength of the draw is the beta-binomial's, by moments over all cells of a pair of characteristics at a place.
-- grain: one row a period, measure, basis, place, pair of characteristics and pair of codes
with share as (
    select period, measure, basis, place_level, place, characteristic, code, numerator / nullif(denominator, 0) as rate from measured where reason is null and characteristic not like '% and %'
), pair as (
    select *, string_split(characteristic, ' and ') as asked, string_split(code, ' and ') as answered from measured where reason is null and denominator > 0 and characteristic like '% and %'
), expecting as (
    select p.*, least(one.rate * other.rate / nullif(everybody.rate, 0), 1) as expected
    from pair p
    join share one on one.period = p.period and one.measure = p.measure and one.basis = p.basis and one.place_level = p.place_level and one.place = p.place and one.characteristic = p.asked[1] and one.code = p.answered[1]
    join share other on other.period = p.period and other.measure = p.measure and other.basis = p.basis and other.place_level = p.place_level and other.place = p.place and other.characteristic = p.asked[2] and other.code = p.answered[2]
    join share everybody on everybody.period = p.period and everybody.measure = p.measure and everybody.basis = p.basis and everybody.place_level = p.place_level and everybody.place = p.place and everybody.characteristic = 'total'
), strength as (
    select period, measure, basis, place_level, place, characteristic,
        (sum(denominator * power(numerator / denominator - expected, 2) order by code) - sum(expected * (1 - expected) order by code)) / nullif(sum(expected * (1 - expected) * (denominator - 1) order by code), 0) as alike
    from expecting group by period, measure, basis, place_level, place, characteristic
), drawn_in as (
    select e.*, case when s.alike > 0 then (1 - least(s.alike, 1)) / least(s.alike, 1) end as people_added
    from expecting e join strength s on s.period = e.period and s.measure = e.measure and s.basis = e.basis and s.place_level = e.place_level and s.place = e.place and s.characteristic = e.characteristic
)
select period, measure, basis, place_level, place, characteristic, code, expected, people_added, shrunk(numerator, denominator, expected, people_added) as shrunk
from drawn_in
