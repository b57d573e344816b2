-- The answer that others are compared with: of each characteristic, and of each pair of characteristics.
-- grain: one row a characteristic or pair
with single as (
    select characteristic, code from answer_code where is_reference
), personal as (
    select * from single where characteristic in (select characteristic from characteristic)
)
select characteristic, code from single
union all
select a.characteristic || ' and ' || b.characteristic, a.code || ' and ' || b.code from personal a join personal b on b.characteristic > a.characteristic
