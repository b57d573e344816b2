-- The codes that findings judge: those of characteristics and circumstances, and every pair of known codes of two characteristics.
-- grain: one row a characteristic or pair of them, and code or pair of them
with personal as (
    select * from answer_code where status = 'known' and characteristic in (select characteristic from characteristic)
)
select characteristic, code, label, people, sort, status, is_reference from answer_code
union all
select a.characteristic || ' and ' || b.characteristic, a.code || ' and ' || b.code, a.label || ' and ' || b.label,
    'people of the groups ' || a.label || ' and ' || b.label, 1000 * a.sort + b.sort, 'known', a.is_reference and b.is_reference
from personal a join personal b on b.characteristic > a.characteristic
