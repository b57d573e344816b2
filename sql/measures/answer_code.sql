-- The codes of characteristics, and those of circumstances: what an answer is called, and which one others are compared with (of a circumstance, the first of its list).
-- grain: one row a characteristic or circumstance and code
select characteristic, code, label, people, sort, status, is_reference from code
union all
select replace(codelist, '_', ' '), code, label, people, sort, case when code_group = 'not recorded' then code_group else 'known' end, sort = 1
from list_code where codelist in ('kind_of_section', 'out_of_area')
