-- What each advocacy service has, for how many: its caseload as it says and as its cases tell, hours for each person entitled at the sites it covers, wards it reaches.
-- grain: one row a period and service
with entitled as (
    select s.period, s.advocacy_provider as provider_code, count(distinct l.person_key) as entitled
    from site s join linked_person l on l.period = s.period and l.site_code = s.site_code group by all
), cases as (
    select period, provider_code, count(*) as cases from advocacy_case group by all
)
select s.period, s.provider_code, s.service as name, s.commissioner, s.commissioning_type, s.advocates, s.hours, s.caseload, c.cases, c.cases / nullif(s.advocates, 0) as cases_per_advocate,
    e.entitled, s.hours / nullif(e.entitled, 0) as hours_per_entitled, e.entitled / nullif(s.advocates, 0) as entitled_per_advocate,
    s.wards, s.wards_with_access, wilson(s.wards_with_access, s.wards).value as ward_access, wilson(s.wards_with_access, s.wards).lower as ward_access_lower,
    wilson(s.wards_with_access, s.wards).upper as ward_access_upper, wilson(s.wards_with_access, s.wards).reason as reason
from service s
left join entitled e on e.period = s.period and e.provider_code = s.provider_code
left join cases c on c.period = s.period and c.provider_code = s.provider_code
