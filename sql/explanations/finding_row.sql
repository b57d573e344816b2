-- The rows that findings are made of: of patients and cases, or of counts; where they came from, and no value of theirs.
-- asked_finding holds the finding that is asked about, or those that a figure is made of, each with its side of it.
-- grain: one row a side and row of a submission
with place as (
    select f.*, s.site_code from asked_finding f join site s on s.period = f.period
    where f.place_level = 'england' or f.place = case f.place_level when 'site' then s.site_code when 'site type' then s.site_type
        when 'provider' then s.hospital_provider when 'commissioner' then s.commissioner end
), counted as (
    select p.finding_id, p.site_code, m.measure from place p join monitoring_count m on m.period = p.period and m.characteristic = p.characteristic and m.code = p.code
        and (m.place_level = 'site' and m.place = p.site_code or m.place_level = p.place_level and m.place = p.place)
), entitled as (
    select p.finding_id, l.period, l.person_key, p.basis = 'linked' and bool_or(l.accessed) as accessed
    from place p join linked_person l on l.period = p.period and l.site_code = p.site_code
    where p.basis = 'linked' and l.covered
        or p.basis = 'counts' and (p.finding_id, p.site_code) in (select (finding_id, site_code) from counted where measure = 'accessed')
            and (p.finding_id, p.site_code) not in (select (finding_id, site_code) from counted where measure = 'qualifying')
    group by p.finding_id, l.period, l.person_key, p.basis
    union all
    select f.finding_id, s.period, s.person_key, bool_or(s.accessed) from asked_finding f
    join stock_and_flow s on s.period = f.period and s.measure = f.measure and s.place_level = f.place_level and s.place = f.place
    where f.characteristic <> 'kind of section' or s.kind = f.code
    group by f.finding_id, s.period, s.person_key
), asked as (
    select f.finding_id, unnest(string_split(f.characteristic, ' and ')) as characteristic, unnest(string_split(f.code, ' and ')) as code
    from asked_finding f where f.characteristic not in (select characteristic from answer_code) and f.characteristic like '% and %'
    union all
    select finding_id, characteristic, code from asked_finding where characteristic = 'total' or characteristic in (select characteristic from answer_code)
), answers as (
    select finding_id, count(*) as answers from asked group by finding_id
), grouped as (
    select e.finding_id, e.period, e.person_key, e.accessed, n.answers from entitled e join answers n on n.finding_id = e.finding_id
    join person_answer a on a.period = e.period and a.person_key = e.person_key
    join asked q on q.finding_id = e.finding_id and q.characteristic = a.characteristic and q.code = a.code
    group by all having count(*) = n.answers
), told as (
    unpivot (select period, person_key, site_code, provider_code, case_ref, columns(lambda c: c like '% %' or c = 'satisfied') from case_fact)
    on columns(lambda c: c like '% %' or c = 'satisfied') into name measure value happened
), in_case as (
    select distinct p.finding_id, c.period, c.provider_code, c.case_ref from place p join told c on c.period = p.period and c.measure = p.measure and c.site_code = p.site_code
    join case_answer a on a.period = c.period and a.person_key = c.person_key and a.characteristic = p.characteristic and a.code = p.code
    where p.basis = 'cases'
), rows_behind as (
    select g.finding_id, 'patient' as table_name, 'denominator' as part, p.submission_id, p.row_number from qualifying_patient p
    join place l on l.period = p.period and l.site_code = p.site_code join grouped g on g.finding_id = l.finding_id and g.period = p.period and g.person_key = p.person_key
    union all
    select g.finding_id, 'advocacy_case', 'numerator', c.submission_id, c.row_number from advocacy_case c join grouped g on g.period = c.period and g.person_key = c.person_key and g.accessed
    union all
    select i.finding_id, 'advocacy_case', 'denominator', c.submission_id, c.row_number from advocacy_case c join in_case i on i.period = c.period and i.provider_code = c.provider_code and i.case_ref = c.case_ref
    union all
    select f.finding_id, 'monitoring_count', case m.measure when 'accessed' then 'numerator' else 'denominator' end, m.submission_id, m.row_number
    from asked_finding f join monitoring_count m on m.period = f.period and m.characteristic = f.characteristic and m.code = f.code and m.measure in ('accessed', 'qualifying')
    where f.basis = 'counts' and (m.place = f.place and m.place_level = f.place_level or f.place_level = 'england' and m.place_level = 'site')
)
select distinct r.table_name, concat_ws(': ', f.side, r.part) as part, s.provider_code, s.file_name, r.submission_id, r.row_number
from rows_behind r join asked_finding f on f.finding_id = r.finding_id left join submission s on s.submission_id = r.submission_id
