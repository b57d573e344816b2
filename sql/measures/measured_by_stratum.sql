-- The measures within the strata over which gaps are adjusted: uptake within site and legal status, stock and flow within site and kind of section, the others within site.
-- grain: one row a period, measure, place, stratum, characteristic and code
select period, 'uptake' as measure, 'linked' as basis, place_level, place, site_code || ' ' || legal_status as stratum, characteristic, code, numerator, denominator
from uptake_by_stratum
union all
select i.period, 'uptake', 'linked', p.place_level, p.place, i.site_code || ' ' || i.legal_status, i.characteristic, i.code, i.numerator, i.denominator
from intersection_by_stratum i join site_place p on p.period = i.period and p.site_code = i.site_code
semi join measured m on m.measure = 'uptake' and m.basis = 'linked' and m.period = i.period and m.place_level = p.place_level and m.place = p.place
    and m.characteristic = i.characteristic and m.code = i.code
union all
select period, measure, way, place_level, place, stratum, characteristic, code, seen, entitled
from stock_and_flow_answer s semi join measured m on m.measure = s.measure and m.basis = s.way and m.period = s.period and m.place_level = s.place_level and m.place = s.place
    and m.characteristic = s.characteristic and m.code = s.code
union all
select c.period, c.measure, 'cases', p.place_level, p.place, c.site_code, c.characteristic, c.code, c.numerator, c.denominator
from case_by_site c join site_place p on p.period = c.period and p.site_code = c.site_code
semi join measured m on m.measure = c.measure and m.basis = 'cases' and m.period = c.period and m.place_level = p.place_level and m.place = p.place
    and m.characteristic = c.characteristic and m.code = c.code
