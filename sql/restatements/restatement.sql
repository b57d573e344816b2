-- Every figure that is not what it was, by how much, and because of which files and rows: rows that stand now and did not,
-- and rows that stood and no longer do, of the same period and place; and sites that the register says something else of.
-- Reads finding, patient, advocacy_case, monitoring_count and site as they are and, with the ending _before, as they were.
-- grain: one row a figure that changed
with standing as (
    select period, provider_code, submission_id, row_number, site_code from patient
    union all select period, provider_code, submission_id, row_number, site_code from advocacy_case
    union all select period, provider_code, submission_id, row_number, place from monitoring_count
), stood as (
    select period, provider_code, submission_id, row_number, site_code from patient_before
    union all select period, provider_code, submission_id, row_number, site_code from advocacy_case_before
    union all select period, provider_code, submission_id, row_number, place from monitoring_count_before
), changed as (
    (from standing except from stood) union (from stood except from standing)
), known_site as (
    from site union from site_before
), placed as (
    select distinct c.period, c.provider_code, c.submission_id, c.row_number, u.place
    from changed c
    left join known_site s on s.period = c.period and s.site_code = c.site_code,
        unnest([c.site_code, s.site_type, s.hospital_provider, s.commissioner, 'England']) as u(place)
), registered as (
    select distinct c.period, c.site_code, u.place
    from ((from site except from site_before) union (from site_before except from site)) c,
        unnest([c.site_code, c.site_type, c.hospital_provider, c.commissioner, 'England']) as u(place)
), file as (
    select p.period, p.place, p.submission_id, any_value(s.file_name) as file_name, any_value(p.provider_code) as provider_code, count(*) as rows,
        array_to_string(list_slice(list_sort(list(p.row_number)), 1, 12), ', ') as numbers
    from placed p
    left join submission s on s.period = p.period and s.provider_code = p.provider_code and s.submission_id = p.submission_id
    where p.place is not null group by p.period, p.place, p.submission_id
), reason as (
    select period, place, rows, provider_code || '/' || file_name || ' (row ' || numbers as named from file
    union all select period, place, count(*), 'register/sites.csv (site ' || array_to_string(list_slice(list_sort(list(site_code)), 1, 12), ', ')
    from registered where place is not null group by period, place
), cause as (
    select period, place, sum(rows) as rows,
        string_agg(named || case when rows > 12 then ' and ' || (rows - 12) || ' more' else '' end || ')', '; ' order by named) as because
    from reason group by period, place
)
select coalesce(now.finding_id, was.finding_id) as finding_id, coalesce(now.measure, was.measure) as measure, coalesce(now.period, was.period) as period,
    coalesce(now.place_level, was.place_level) as place_level, coalesce(now.place, was.place) as place,
    coalesce(now.characteristic, was.characteristic) as characteristic, coalesce(now.code, was.code) as code, coalesce(now.basis, was.basis) as basis,
    was.numerator as numerator_before, now.numerator, was.denominator as denominator_before, now.denominator,
    was.rate as rate_before, now.rate, now.rate - was.rate as change, was.verdict as verdict_before, now.verdict,
    cause.rows as rows_changed, cause.because
from finding now
full join finding_before was on was.finding_id = now.finding_id
left join cause on cause.period = coalesce(now.period, was.period) and cause.place = coalesce(now.place, was.place)
where now.numerator is distinct from was.numerator or now.denominator is distinct from was.denominator
    or now.rate is distinct from was.rate or now.verdict is distinct from was.verdict
order by period, place_level, place, characteristic, code, basis, measure
