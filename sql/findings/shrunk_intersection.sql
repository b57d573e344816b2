-- Intersections with their raw share and that drawn towards what the margins let expect: a group of few people moves far, one of many stays.
-- The strength of the draw is the beta-binomial's, by moments over all cells of a pair of characteristics.
-- grain: one row a period, two characteristics and their codes
with strength as (
    select period, characteristic, other_characteristic,
        (sum(denominator * power(numerator / denominator - expected, 2) order by code, other_code) - sum(expected * (1 - expected) order by code, other_code))
            / nullif(sum(expected * (1 - expected) * (denominator - 1) order by code, other_code), 0) as alike
    from intersection group by all
), drawn_in as (
    select i.*, case when s.alike > 0 then (1 - least(s.alike, 1)) / least(s.alike, 1) end as people_added
    from intersection i join strength s on s.period = i.period and s.characteristic = i.characteristic and s.other_characteristic = i.other_characteristic
)
select d.period, d.characteristic || ' and ' || d.other_characteristic as characteristic, d.code || ' and ' || d.other_code as code,
    d.label || ' and ' || d.other_label as label, 'people of the groups ' || d.label || ' and ' || d.other_label as people, d.sort, d.numerator, d.denominator,
    d.expected, d.people_added, wilson(d.numerator, d.denominator) as share, shrunk(d.numerator, d.denominator, d.expected, d.people_added) as shrunk,
    d.is_reference, r.code || ' and ' || r.other_code as reference, 'people of the groups ' || r.label || ' and ' || r.other_label as reference_people, r.numerator as reference_numerator, r.denominator as reference_denominator
from drawn_in d
left join drawn_in r on r.is_reference and not d.is_reference and r.period = d.period and r.characteristic = d.characteristic and r.other_characteristic = d.other_characteristic
