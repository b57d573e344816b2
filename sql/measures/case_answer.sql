-- The answers of everybody with a case, as the advocacy service has them, and one answer 'All' for the total.
-- grain: one row a period, person, characteristic and answer
select distinct period, person_key, characteristic, code from person_characteristic where source = 'advocacy_case'
union all
select distinct period, person_key, 'total', 'All' from advocacy_case
