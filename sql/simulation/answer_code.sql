-- The simulated groups as codes of one characteristic.
-- grain: one row a code
select 'group' as characteristic, code, code as label, code || ' people' as people, number as sort, 'known' as status, number = 0 as is_reference from (select distinct code, number from simulated_group)
union all
select 'group', 'unknown', 'Unknown', 'unknown people', 99, 'not recorded', false
