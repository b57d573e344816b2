-- Linked uptake in the bands over which places are standardised: of one answer, or of several together, as the setting standardised_by asks ('age and gender').
-- Only people whose answers are all known, and one each: a question with several answers is no band.
-- grain: one row a period, place, asked and band
with asked as (
    select unnest(string_split(standardised_by, '; ')) as asked from setting
), person_band as (
    select q.asked, a.period, a.person_key, string_agg(a.code, ' and ' order by a.characteristic) as band
    from asked q
    join person_answer a on list_contains(string_split(q.asked, ' and '), a.characteristic)
    join answer_code k on k.characteristic = a.characteristic and k.code = a.code and k.status = 'known'
    group by q.asked, a.period, a.person_key having count(*) = len(string_split(q.asked, ' and '))
)
select p.period, p.place_level, p.place, b.asked, b.band, count(*) filter (p.accessed) as numerator, count(*) as denominator
from person_place p join person_band b on b.period = p.period and b.person_key = p.person_key
where p.covered
group by p.period, p.place_level, p.place, b.asked, b.band
