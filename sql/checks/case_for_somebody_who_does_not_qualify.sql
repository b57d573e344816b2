-- People with an advocacy case whom no hospital recorded as entitled in the period.
-- severity: warning
select c.period, c.site_code as place, count(distinct c.person_key) || ' people had an advocate and are not recorded as entitled.' as message,
    'Compare the hospital''s return with the cases of this site.' as fix
from advocacy_case c
where not exists (from qualifying_patient q where q.period = c.period and q.person_key = c.person_key)
group by c.period, c.site_code
