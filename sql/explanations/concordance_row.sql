-- The records of the people of whom two sources tell, each under whether the two say the same.
-- asked_concordance holds the characteristics and pairs of sources that are asked about.
-- grain: one row a row of a submission and characteristic
with told as (
    select c.period, c.person_key, c.characteristic, case c.source when 'patient' then 'hospital' else 'advocacy' end as source, c.source as table_name, c.provider_code, c.submission_id, c.row_number,
        c.recorded, coalesce(code.status, 'known') = 'known' as known
    from person_characteristic c left join code on code.characteristic = c.characteristic and code.code = split_part(c.recorded, '; ', 1)
), said as (
    select period, person_key, characteristic, source, provider_code, max_by(recorded, (known, recorded)) as recorded, bool_or(known) as known
    from told group by period, person_key, characteristic, source, provider_code
), pair as (
    select q.period, q.characteristic, q.source_a, q.source_b, a.person_key, a.provider_code as provider_a, b.provider_code as provider_b,
        case when a.known and b.known then case when list_sort(string_split(a.recorded, '; ')) = list_sort(string_split(b.recorded, '; ')) then 'they agree' else 'they disagree' end
            when a.known then 'only the ' || q.source_a || ' knows' when b.known then 'only the ' || q.source_b || ' knows' else 'neither knows' end as outcome
    from asked_concordance q
    join said a on a.period = q.period and a.characteristic = q.characteristic and a.source = q.source_a
    join said b on b.period = a.period and b.person_key = a.person_key and b.characteristic = a.characteristic and b.source = q.source_b
        and (a.source <> b.source or a.provider_code < b.provider_code)
), row_behind as (
    select distinct t.table_name, p.characteristic || ': ' || p.outcome as part, t.submission_id, t.row_number
    from pair p join told t on t.period = p.period and t.person_key = p.person_key and t.characteristic = p.characteristic
        and (t.source = p.source_a and t.provider_code = p.provider_a or t.source = p.source_b and t.provider_code = p.provider_b)
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
