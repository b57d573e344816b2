-- Uptake in England of those who share two answers, and what their margins alone would let expect: the share of the one times the share of the other over that of all.
-- grain: one row a period, two characteristics and their codes
with answer as (
    select a.period, a.person_key, a.characteristic, a.code, k.label, k.is_reference, k.sort
    from person_answer a join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    where a.characteristic in (select characteristic from characteristic)
), pair as (
    select a.period, a.characteristic, b.characteristic as other_characteristic, a.code, b.code as other_code, any_value(a.label) as label, any_value(b.label) as other_label,
        any_value(a.is_reference and b.is_reference) as is_reference, any_value(1000 * a.sort + b.sort) as sort,
        count(*) filter (p.accessed) as numerator, count(*) as denominator
    from answer a join answer b on b.period = a.period and b.person_key = a.person_key and b.characteristic > a.characteristic
    join person_place p on p.period = a.period and p.person_key = a.person_key and p.place_level = 'england' and p.covered
    group by a.period, a.characteristic, b.characteristic, a.code, b.code
)
select pair.*, least(one.numerator / one.denominator * (other.numerator / other.denominator) / nullif(total.numerator / total.denominator, 0), 1) as expected
from pair
join uptake one on one.period = pair.period and one.place_level = 'england' and one.basis = 'linked' and one.characteristic = pair.characteristic and one.code = pair.code
join uptake other on other.period = pair.period and other.place_level = 'england' and other.basis = 'linked' and other.characteristic = pair.other_characteristic and other.code = pair.other_code
join uptake total on total.period = pair.period and total.place_level = 'england' and total.basis = 'linked' and total.characteristic = 'total'
