-- The rows behind standardised uptake: the patients of the place whose answers are known, the cases of those who were seen, and the same of England, whose
-- mixture (direct) or uptake (indirect) is the standard. asked_standardised holds the figures that are asked about.
-- grain: one row a side and row of a submission
with question as (
    select distinct period, place_level, place, regexp_replace(method, '^(in)?direct, by ', '') as asked, starts_with(method, 'indirect') as beside_england from asked_standardised
), standard as (
    select 'the place' as side, period, place_level, place, asked, true as seen_too from question
    union all
    select 'the standard, England', period, 'england', 'England', asked, beside_england from question
), known as (
    select s.asked, s.side, s.seen_too, s.place_level, s.place, p.period, p.person_key, p.accessed
    from standard s join person_place p on p.period = s.period and p.place_level = s.place_level and p.place = s.place and p.covered
    join person_answer a on a.period = p.period and a.person_key = p.person_key and list_contains(string_split(s.asked, ' and '), a.characteristic)
    join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    group by all having count(*) = len(string_split(s.asked, ' and '))
), row_behind as (
    select 'patient' as table_name, k.side || ': denominator' as part, q.submission_id, q.row_number
    from known k join qualifying_patient q on q.period = k.period and q.person_key = k.person_key join site on site.period = q.period and site.site_code = q.site_code
    where k.place = case k.place_level when 'england' then 'England' when 'site' then site.site_code when 'site type' then site.site_type
        when 'provider' then site.hospital_provider when 'commissioner' then site.commissioner end
    union
    select 'advocacy_case', k.side || ': numerator', c.submission_id, c.row_number
    from known k join advocacy_case c on c.period = k.period and c.person_key = k.person_key where k.accessed and k.seen_too
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
