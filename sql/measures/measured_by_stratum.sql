-- The measures within the strata over which gaps are adjusted: uptake within site and legal status, the others within site.
-- grain: one row a period, measure, place, stratum, characteristic and code
select period, 'uptake' as measure, 'linked' as basis, place_level, place, site_code || ' ' || legal_status as stratum, characteristic, code, numerator, denominator
from uptake_by_stratum
union all
select c.period, c.measure, 'cases', c.place_level, c.place, c.site_code, a.characteristic, a.code, count(*) filter (c.happened), count(*)
from case_place c join case_answer a on a.period = c.period and a.person_key = c.person_key
group by c.period, c.measure, c.place_level, c.place, c.site_code, a.characteristic, a.code
union all
select period, 'uptake', 'linked', 'england', 'England', stratum, characteristic, code, numerator, denominator from intersection_by_stratum
