-- Intersections drawn towards what their margins let expect: a group of few people moves far, one of many stays.
-- The strength of the draw is the beta-binomial's, by moments over all cells of a pair of characteristics at a place.
-- grain: one row a period, place, pair of characteristics and pair of codes
with strength as (
    select period, place_level, place, characteristic, other_characteristic,
        (sum(denominator * power(numerator / denominator - expected, 2) order by code, other_code) - sum(expected * (1 - expected) order by code, other_code))
            / nullif(sum(expected * (1 - expected) * (denominator - 1) order by code, other_code), 0) as alike
    from intersection group by all
), drawn_in as (
    select i.*, case when s.alike > 0 then (1 - least(s.alike, 1)) / least(s.alike, 1) end as people_added
    from intersection i join strength s on s.period = i.period and s.place_level = i.place_level and s.place = i.place
        and s.characteristic = i.characteristic and s.other_characteristic = i.other_characteristic
)
select period, place_level, place, characteristic || ' and ' || other_characteristic as characteristic, code || ' and ' || other_code as code,
    expected, people_added, shrunk(numerator, denominator, expected, people_added) as shrunk
from drawn_in
