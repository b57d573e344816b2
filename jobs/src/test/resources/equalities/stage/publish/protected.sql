-- Invented protected tables of two quarters, with as many sites as the variable of that name says: what publishing is tried on.
-- Counts are multiples of five; the third site has a name that tries to break out of a page.

create table invented_site as
select i, format('S{:03d}', i) as place, 'T' || i % greatest(getvariable('sites') // 3, 2) as provider,
    case when i = 3 then '<script>alert("3")</script> & Sons' else 'Site ' || i end as place_name, 0.2 + 0.6 * ((i * 37) % 100) / 100 as share
from range(1, getvariable('sites')::bigint + 1) as t(i);

create table invented_group as from (values
    ('total', 'All', 'Everybody', 0, 'known', null, 1.0, 1.0), ('ethnicity', 'A', 'White British', 1, 'known', null, 0.5, 1.0),
    ('ethnicity', 'N', 'Black African', 2, 'known', 'A', 0.2, 0.7), ('ethnicity', 'H', 'Indian', 3, 'known', 'A', 0.1, 1.02),
    ('ethnicity', '99', 'Not recorded', 9, 'not recorded', null, 0.2, 0.9), ('gender', '1', 'Male', 1, 'known', null, 0.5, 1.0),
    ('gender', '2', 'Female', 2, 'known', '1', 0.45, 1.01), ('gender', 'X', 'Not recorded', 9, 'not recorded', null, 0.05, 0.9)
) as g(characteristic, code, label, sort, status, reference, part, factor);

create table invented_place as
select 'england' as place_level, 'England' as place, 'England' as place_name, 400 * getvariable('sites') as people, 0.5 as share
union all select 'site', place, place_name, 400, share from invented_site
union all select 'provider', provider, 'Trust ' || provider, 400 * count(*), avg(share) from invented_site group by provider;

create table invented as
select period, place_level, place, place_name, g.*, 5 * round(people * part / 5)::bigint as n, 5 * round(people * part * least(share * factor, 0.95) / 5)::bigint as x,
    place_level = 'site' and code = 'H' as hidden
from invented_place, invented_group g, (values ('2025-26-Q1'), ('2025-26-Q2')) as p(period);

create table invented_figure as
select i.*, r.label as reference_label, wilson(i.x, i.n) as w, risk_ratio(i.x, i.n, r.x, r.n) as rr
from invented i left join invented r on r.period = i.period and r.place = i.place and r.characteristic = i.characteristic and r.code = i.reference;

insert into finding by name
select md5(concat_ws('|', 'uptake', period, place_level, place, characteristic, code, 'linked')) as finding_id, 'uptake' as measure, period, place_level, place, place_name,
    characteristic, code, label, sort, status, 'linked' as basis, hidden, reference,
    if(hidden, null, x) as numerator, if(hidden, null, n) as denominator, if(hidden, null, round(x / n, 2)) as rate, if(hidden, null, round(w.lower, 2)) as lower, if(hidden, null, round(w.upper, 2)) as upper,
    if(hidden, null, round(0.8 * x / n, 2)) as rate_bound_low, if(hidden, null, round(least(1, 1.2 * x / n), 2)) as rate_bound_high,
    if(hidden, null, round(rr.value, 2)) as ratio, if(hidden, null, round(rr.lower, 2)) as ratio_lower, if(hidden, null, round(rr.upper, 2)) as ratio_upper,
    if(hidden, null, round(rr.value + 0.02, 2)) as adjusted_ratio, if(hidden, null, round(rr.lower + 0.02, 2)) as adjusted_lower, if(hidden, null, round(rr.upper + 0.02, 2)) as adjusted_upper,
    if(hidden, null, round(0.8 * rr.value, 2)) as bound_low, if(hidden, null, round(1.3 * rr.value, 2)) as bound_high, if(hidden or reference is null, null, 0.01) as q, rr.value < 1 as unknown_could_reverse,
    case when hidden or reference is null then null when rr.upper + 0.02 < 1 or rr.lower + 0.02 > 1 then 'gap' when code = '2' then 'no gap larger than 10 %' else 'cannot tell' end as verdict, if(verdict = 'cannot tell', 'WIDE', null) as verdict_reason,
    case when not hidden then format('For every 100 patients of {} who had an advocacy case, {:.0f} of {} did (95 % CI {:.0f} to {:.0f}).', reference_label, 100 * rr.value, label, 100 * rr.lower, 100 * rr.upper) end as sentence
from invented_figure;

-- One place has each of the marks: hidden, not applicable, rounded to nothing, and nobody.
insert into finding by name
select md5('marks ' || place || period) as finding_id, 'uptake' as measure, period, 'commissioner' as place_level, place, 'Commissioner ' || place as place_name, 'total' as characteristic,
    'All' as code, 'Everybody' as label, 0 as sort, 'known' as status, 'linked' as basis, m.* exclude (place)
from (values ('2025-26-Q1'), ('2025-26-Q2')) as p(period), (values
    ('Q1', null::bigint, 'c', null::bigint, 'z', true), ('Q2', 0, 'low', 20, null, false), ('Q3', 0, null, 20, null, false)
) as m(place, numerator, numerator_mark, denominator, denominator_mark, hidden);

insert into finding by name
select md5(concat_ws('|', 'type', period, characteristic, code, type)) as finding_id, 'uptake' as measure, period, 'site type' as place_level, type as place, type as place_name,
    characteristic, code, label, sort, status, 'linked' as basis, hidden, reference, numerator, denominator, rate, lower, upper, ratio, ratio_lower, ratio_upper,
    adjusted_ratio, adjusted_lower, adjusted_upper, bound_low, if(type = 'urban', 1.2, bound_high) as bound_high, q, verdict, verdict_reason, sentence
from finding, (values ('secure'), ('urban')) as t(type) where place_level = 'england';

insert into group_gap by name
select md5('group ' || period || place || label) as group_gap_id, period, 'uptake' as measure, place_level, place, place_name, consists_of, 'ethnicity' as characteristic, label as code, label, sort, 'A' as reference, 'White British' as reference_label, g.*  exclude (label, sort)
from (values ('2025-26-Q1'), ('2025-26-Q2')) as p(period), (values ('england', 'England', 'England', 'England'), ('site type', 'secure', 'secure', 'secure'),
    ('site types together', 'secure', 'All secure sites', 'high secure; low secure')) as w(place_level, place, place_name, consists_of), (values
    ('Black', 1, 0.79, 0.70, 0.89, 0.001, 'gap', null, 'Taking site and legal status into account, for every 100 white British patients who had an advocacy case, 79 black patients did (95 % CI 70 to 89).'),
    ('Asian', 2, null, null, null, null, 'cannot tell', 'SMALL_N', null)
) as g(label, sort, adjusted_ratio, adjusted_lower, adjusted_upper, q, verdict, reason, sentence);

insert into funnel by name
select f.period, 'uptake' as measure, 'linked' as basis, f.place_level, f.place, f.numerator, f.denominator, f.rate, 0.5 as average,
    case when f.rate < 0.4 then 'Low (0.001)' when f.rate > 0.6 then 'High (0.001)' else 'Not significant' end as position,
    case when f.place_level = 'site' then if(f.rate > 0.75, 'High (0.001)', 'Not significant') end as allowed_position, false as hidden
from finding f where f.place_level <> 'england' and f.characteristic = 'total';

insert into completeness by name
select period, 'england' as place_level, 'England' as place, characteristic, source, 1000 as records, 800 as known, 50 as declined, 20 as unsure, 100 as not_recorded, 30 as not_collected,
    null as unmapped, 0.8 as share_known, true as hidden
from (values ('2025-26-Q1'), ('2025-26-Q2')) as p(period), (values ('ethnicity'), ('gender')) as c(characteristic), (values ('patient'), ('advocacy_case')) as s(source);

insert into question_silence by name
select '2025-26-Q2' as period, 'A' || i as provider_code, 'Service ' || i as name, 'advocacy_case' as source, characteristic, 200 as records,
    if(i % 4 = 0 and characteristic = 'gender', 'no such question on the form', 'answered') as state, if(state = 'answered', 150, null) as known, if(state = 'answered', 0.75, null) as share_known, false as hidden
from invented_site, (values ('ethnicity'), ('gender')) as c(characteristic);

insert into silence by name
select '2025-26-Q2' as period, 'A' || i as provider_code, 'Service ' || i as name, 'advocacy' as role, 'advocacy-cases or monitoring-counts' as expected_return,
    if(i % 5 = 0, 'nothing received', 'submitted') as state, 1 as sites, [place] as site_codes, date '2025-11-29' as due_on, if(state = 'submitted', date '2025-11-20', null) as first_received_on, false as late, false as hidden
from invented_site;

insert into held_summary by name
select '2025-26-Q2' as period, 'A1' as provider_code, '=cmd.csv' as file_name, 'advocacy-cases' as "return", 'A date that is no date' as rule, 'error' as severity, 3 as rows, 'Write it as 31/12/2025.' as fix;

insert into ledger by name
select '2025-26-Q2' as period, 'A1' as provider_code, 'cases.csv' as file_name, 'completed' as status, 100 as rows_seen, 97 as rows_accepted, 3 as rows_held, 2 as rows_mended, 0 as rows_superseded, 'old.csv' as replaces, false as hidden;

insert into source_file by name
select '2025-26-Q2' as period, 'A1' as provider_code, format('cases of {} sites.csv', getvariable('sites')) as file_name, repeat('0', 64) as submission_id,
    '2025-11-20T09:00:00Z' as received_at, 'accepted' as status, false as hidden;

insert into days_to_contact by name
select '2025-26-Q2' as period, wait, place_level, place, 200 as people, 150 as met, 50 as still_waiting, 3 as lower_quartile, 6 as median, null as upper_quartile,
    0.6 as within_7_days, 0.55 as within_7_lower, 0.65 as within_7_upper, false as hidden
from invented_place, (values ('entitled to referred'), ('referred to met'), ('entitled to met')) as w(wait) where place_level in ('england', 'site');

insert into uptake_by_denominator by name
select '2025-26-Q2' as period, 'england' as place_level, 'England' as place, 'people in the period' as denominator_name, 500 as numerator, 1000 as denominator, 0.5 as rate, 0.47 as lower, 0.53 as upper, false as hidden;

insert into outcome by name
select '2025-26-Q2' as period, 'process' as kind, 'Attended ward round' as outcome, 100 as numerator, 500 as denominator, 0.2 as rate, 0.17 as lower, 0.24 as upper, false as hidden;

insert into link_quality by name
select '2025-26-Q2' as period, 1 as tier, 'NHS number' as rule, true as enabled, 800 as links, 0.001 as false_share, 0.002 as false_share_upper, 1.0 as measured_precision, false as hidden;

insert into link_coverage by name
select '2025-26-Q2' as period, 'A1' as provider_code, 'advocacy_case' as source, 200 as records, 180 as with_number, 10 as by_tier_2, 10 as not_linked, false as hidden;

insert into trend by name
select '2025-26-Q2' as period, '2025-26-Q1' as previous_period, 'uptake' as measure, 'linked' as basis, 'england' as place_level, 'England' as place, 'total' as characteristic, 'All' as code,
    0.5 as rate, 0.45 as previous_rate, 0.05 as change, 0.01 as change_lower, 0.09 as change_upper, true as base_changed, 2 as sites_gained, 1 as sites_lost, 'BASE_CHANGED' as reason, false as hidden;
