-- Whether a service's staff are of the groups that its clients are of: shares of those known, and their difference.
-- grain: one row a period, service, characteristic and group
with known as (
    select characteristic, code, coalesce(nullif(code_group, ''), code) as group_code, label from code where status = 'known'
), staff as (
    select w.period, w.provider_code, w.characteristic, coalesce(k.group_code, w.code) as group_code, sum(w.count)::bigint as staff
    from workforce w left join known k on k.characteristic = w.characteristic and k.code = w.code
    where k.code is not null or w.code in (select group_code from known) group by all
), client as (
    select distinct c.period, c.provider_code, c.person_key, k.characteristic, k.group_code
    from person_characteristic c join known k on k.characteristic = c.characteristic and k.code = c.code where c.source = 'advocacy_case'
), clients as (
    select period, provider_code, characteristic, group_code, count(*) as clients from client group by all
), both_sides as (
    select coalesce(s.period, c.period) as period, coalesce(s.provider_code, c.provider_code) as provider_code, coalesce(s.characteristic, c.characteristic) as characteristic,
        coalesce(s.group_code, c.group_code) as group_code, coalesce(s.staff, 0) as staff, coalesce(c.clients, 0) as clients
    from staff s full join clients c on c.period = s.period and c.provider_code = s.provider_code and c.characteristic = s.characteristic and c.group_code = s.group_code
), totalled as (
    select *, (sum(staff) over side)::bigint as staff_known, (sum(clients) over side)::bigint as clients_known from both_sides window side as (partition by period, provider_code, characteristic)
)
select period, provider_code, characteristic, coalesce((select any_value(label) from known k where k.characteristic = t.characteristic and k.code = t.group_code), group_code) as group_name,
    staff, staff_known, clients, clients_known, staff / staff_known as staff_share, clients / clients_known as client_share,
    newcombe(staff, staff_known, clients, clients_known).value as difference, newcombe(staff, staff_known, clients, clients_known).lower as difference_lower,
    newcombe(staff, staff_known, clients, clients_known).upper as difference_upper
from totalled t where staff_known > 0 and clients_known > 0
