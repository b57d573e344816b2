-- Why hospitals say that people have no advocate (MHSDS ReasonPatientNoIMHA), beside whether advocacy services saw them:
-- a reason given for somebody who saw an advocate is the two contradicting each other.
-- grain: one row a period, hospital provider (or England) and reason
with said as (
    select distinct p.period, p.provider_code, p.no_imha_reason as reason, p.person_key, coalesce(l.accessed, false) as accessed
    from patient p
    left join person_place l on l.period = p.period and l.person_key = p.person_key and l.place_level = 'england'
    where p.qualifies and p.no_imha_reason is not null
), placed as (
    select period, 'provider' as place_level, provider_code as place, reason, person_key, accessed from said
    union select period, 'england', 'England', reason, person_key, accessed from said
)
select period, place_level, place, reason, count(*) as people, count(*) filter (accessed) as saw_an_advocate
from placed
group by period, place_level, place, reason
