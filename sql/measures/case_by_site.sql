-- Each yes or no about cases, counted at their site by what the people answered; what cannot be told is not counted.
-- grain: one row a period, measure, site, characteristic and code
with counted as (
    select f.period, f.site_code, a.characteristic, a.code, [
        {'measure': 'met within 7 days', 'x': count(*) filter (f."met within 7 days"), 'n': count(f."met within 7 days")},
        {'measure': 'referred by themselves', 'x': count(*) filter (f."referred by themselves"), 'n': count(f."referred by themselves")},
        {'measure': 'referred automatically', 'x': count(*) filter (f."referred automatically"), 'n': count(f."referred automatically")},
        {'measure': 'not instructed', 'x': count(*) filter (f."not instructed"), 'n': count(f."not instructed")},
        {'measure': 'satisfaction answered', 'x': count(*) filter (f."satisfaction answered"), 'n': count(f."satisfaction answered")},
        {'measure': 'satisfied', 'x': count(*) filter (f.satisfied), 'n': count(f.satisfied)},
        {'measure': 'outcome recorded', 'x': count(*) filter (f."outcome recorded"), 'n': count(f."outcome recorded")},
        {'measure': 'used again', 'x': count(*) filter (f."used again"), 'n': count(f."used again")}] as told
    from case_fact f join case_answer a on a.period = f.period and a.person_key = f.person_key
    group by f.period, f.site_code, a.characteristic, a.code
)
select period, fact.measure as measure, site_code, characteristic, code, fact.x as numerator, fact.n as denominator
from counted, unnest(told) as u(fact) where fact.n > 0
