-- What the hospitals' own data set says (MHSDS IMHARequired, IMHAAssigned) beside what this warehouse finds, and how far
-- the two agree beyond chance (Cohen's kappa).
-- grain: one row a period, hospital provider (or England) and question
with said as (
    select p.period, p.provider_code, p.person_key, bool_or(p.qualifies) as entitled, bool_or(p.imha_required) as required,
        bool_or(p.imha_assigned) as assigned, bool_or(coalesce(l.accessed, false)) as accessed
    from patient p
    left join person_place l on l.period = p.period and l.person_key = p.person_key and l.place_level = 'england'
    group by p.period, p.provider_code, p.person_key
), judged as (
    select period, provider_code, 'entitled to an advocate' as question, entitled as ours, required as theirs from said
    union all
    select period, provider_code, 'has an advocate', accessed, assigned from said where entitled
), placed as (
    select period, 'provider' as place_level, provider_code as place, question, ours, theirs from judged
    union all select period, 'england', 'England', question, ours, theirs from judged
)
select period, place_level, place, question, count(*) as people,
    count(*) filter (ours and theirs) as both_yes, count(*) filter (ours and not theirs) as only_ours,
    count(*) filter (theirs and not ours) as only_theirs, count(*) filter (not ours and not theirs) as both_no,
    cohens_kappa(count(*) filter (ours and theirs), count(*) filter (ours and not theirs),
        count(*) filter (theirs and not ours), count(*) filter (not ours and not theirs)) as kappa
from placed where theirs is not null
group by period, place_level, place, question
