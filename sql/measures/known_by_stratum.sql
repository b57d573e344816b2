-- Of those whose answer to a question, or to two, is known: the measures within the strata over which gaps are adjusted. Each person once, however many answers they gave.
-- grain: one row a period, measure, place, stratum and characteristic or pair of them
with person as (
    select l.period, l.site_code, l.legal_status, k.known, count(*) filter (l.accessed) as numerator, count(*) as denominator
    from linked_person l join person_known k on k.period = l.period and k.person_key = l.person_key
    where l.covered group by all
), asked as (
    select *, unnest(known || pairs_of(list_filter(known, lambda one: list_contains(personal, one)))) as characteristic from person, (select list(characteristic) as personal from characteristic)
), uptake_known as (
    select period, site_code, site_code || ' ' || legal_status as stratum, characteristic, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
    from asked group by all
), placed as (
    select 'uptake' as measure, 'linked' as basis, u.period, u.site_code, u.stratum, u.characteristic, u.numerator, u.denominator from uptake_known u
    union all
    select measure, 'cases', period, site_code, site_code, substring(characteristic, 8), numerator, denominator from case_by_site where starts_with(characteristic, 'known: ') and code = 'yes'
)
select period, measure, way as basis, place_level, place, stratum, characteristic, seen as numerator, entitled as denominator
from stock_and_flow_known where known
union all
select placed.period, placed.measure, placed.basis, p.place_level, p.place, placed.stratum, placed.characteristic, placed.numerator, placed.denominator
from placed join site_place p on p.period = placed.period and p.site_code = placed.site_code
