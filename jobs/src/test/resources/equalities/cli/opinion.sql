-- The published measures once more, by Spark from the standard zone, in other words than sql/: days instead of intervals, products instead of sums of
-- logarithms. It knows no period but the sample's. Given: qualifying, cases, counts, service, staff, site, submission (the zone's tables) and rule, known,
-- status, listed, suspended, told (out of schemas/).
create or replace temp view places as
select site_code, 'site' as level, site_code as place from site union all
select site_code, 'site type', site_type from site union all
select site_code, 'provider', hospital_provider from site union all
select site_code, 'commissioner', commissioner from site union all
select site_code, 'england', 'England' from site;

create or replace temp view judged as
select * from (
    select q.*, coalesce(r.qualifies, false) as entitles, row_number() over (partition by q.submission_id, q.row_number order by r.position desc nulls last) as nth
    from qualifying q left join rule r on (size(r.legal_status) = 0 or array_contains(r.legal_status, q.legal_status))
        and (size(r.treatment) = 0 or array_contains(r.treatment, q.treatment)) and (r.age_below is null or q.age < r.age_below)
        and greatest(q.start_date, least(coalesce(q.end_date, date'2025-06-30'), date'2025-06-30')) >= r.valid_from)
where nth = 1;
create or replace temp view qualifies as select person_key, site_code, out_of_area, start_date, end_date from judged where entitles;

create or replace temp view covered as
select distinct s.site_code from site s
join submission b on b.provider_code = s.advocacy_provider and b.`return` like '%advocacy-cases%' and b.status <> 'set aside';
create or replace temp view entitled as
select distinct q.person_key, p.level, p.place from qualifies q join covered c on c.site_code = q.site_code join places p on p.site_code = q.site_code;
create or replace temp view seen as
select distinct person_key from cases where declined_date is null or accepted_date > declined_date or first_contact_date is not null;

create or replace temp view said as
select person_key, characteristic, explode(array_distinct(codes)) as code from (
    select *, row_number() over (partition by person_key, characteristic order by standing desc, preference desc, said_on desc, submission_id desc, row_number desc) as nth from told)
where nth = 1
union all select person_key, 'total', 'All' from (select person_key from qualifying union select person_key from cases);
create or replace temp view area as
select person_key, 'out of area' as characteristic, case when bool_or(out_of_area) then 'yes' when bool_or(not out_of_area) then 'no' else 'not recorded' end as code
from qualifies group by person_key;
create or replace temp view pair as
select a.person_key, a.characteristic || ' and ' || b.characteristic as characteristic, a.code || ' and ' || b.code as code
from said a join said b on b.person_key = a.person_key and b.characteristic > a.characteristic
join known x on x.characteristic = a.characteristic and x.code = a.code join known y on y.characteristic = b.characteristic and y.code = b.code;

-- Day by day: of one kind of section, without the days on which another suspends it; unbroken days are one episode.
create or replace temp view stay as
select j.submission_id, j.row_number, j.person_key, j.site_code, j.entitles, coalesce(l.code_group, j.legal_status) as kind, j.start_date, coalesce(j.end_date, date'9999-12-31') as last
from judged j left join listed l on l.codelist = 'legal_status' and l.code = j.legal_status where j.start_date <= coalesce(j.end_date, date'9999-12-31');
create or replace temp view stay_day as select *, explode(sequence(start_date, least(last, date'2025-07-01'))) as day from stay where start_date <= date'2025-07-01';
create or replace temp view island as
select d.*, date_sub(d.day, dense_rank() over (partition by d.person_key, d.kind order by d.day)) as island
from stay_day d left anti join (select s.person_key, x.kind, s.day from stay_day s join suspended x on x.by_kind = s.kind) c on c.person_key = d.person_key and c.kind = d.kind and c.day = d.day;
create or replace temp view spell as
select person_key, kind, min(began) as began, max(last) as last, bool_or(entitles) as entitles, min_by(site_code, struct(began, last, site_code)) as first_site, max_by(site_code, struct(last, began, site_code)) as last_site
from (
    select person_key, kind, island, submission_id, row_number, any_value(site_code) as site_code, bool_or(entitles) as entitles, min(day) as began,
        case when max(day) = date'2025-07-01' then any_value(last) else max(day) end as last
    from island group by person_key, kind, island, submission_id, row_number)
group by person_key, kind, island;
create or replace temp view section as select distinct person_key, 'kind of section' as characteristic, kind as code from spell where entitles;
create or replace temp view unit as
select 'uptake of new episodes' as measure, person_key, kind, first_site as site_code, person_key || kind || began as unit from spell where entitles and began between date'2025-04-01' and date'2025-06-30'
union all
select 'uptake on the last day', person_key, kind, last_site, person_key from spell where entitles and began <= date'2025-06-30' and last >= date'2025-06-30';
create or replace temp view placed_unit as
select u.*, p.level, p.place, s.person_key is not null as accessed
from unit u join places p on p.site_code = u.site_code left semi join entitled e on e.person_key = u.person_key and e.level = 'site' and e.place = u.site_code left join seen s on s.person_key = u.person_key;

create or replace temp view fact as
select *, stack(8,
    'met within 7 days', case when datediff(first_contact_date, referral_date) <= 7 then true when first_contact_date is not null or datediff(date'2025-06-30', referral_date) > 7 then false end,
    'referred by themselves', case when referred_by is not null then lower(referred_by) = 'self' end,
    'referred automatically', case when referred_by is not null then lower(referred_by) = 'automatic' end,
    'not instructed', not instructed,
    'satisfaction answered', satisfaction is not null,
    'satisfied', case when satisfaction in ('Good', 'Very good') then true when satisfaction = 'Poor' then false end,
    'outcome recorded', outcomes is not null,
    'used again', case when nth = 1 then of_person > 1 end) as (measure, happened)
from (select *, count(*) over (partition by person_key) as of_person, row_number() over (partition by person_key order by referral_date, provider_code, case_ref) as nth from cases);

create or replace temp view finding_again as
select 'uptake' as measure, level, place, characteristic, code, count(distinct s.person_key) as numerator, count(distinct e.person_key) as denominator
from entitled e join (select * from said union all select * from area union all select * from section union all select * from pair) a on a.person_key = e.person_key left join seen s on s.person_key = e.person_key
group by level, place, characteristic, code
having level = 'england' or characteristic not like '% and %' or count(distinct e.person_key) >= 20
union all
select measure, level, place, characteristic, code, count_if(happened), count(happened)
from fact join places using (site_code) join (select * from said union all select * from pair) using (person_key) where happened is not null
group by measure, level, place, characteristic, code
having characteristic not like '% and %' or level = 'england' and count(happened) >= 20
union all
select measure, level, place, characteristic, code, count(distinct case when accessed then unit end), count(distinct unit)
from placed_unit u join (select * from said union all select * from area union all select * from section union all select * from pair) a on a.person_key = u.person_key and (a.characteristic <> 'kind of section' or a.code = u.kind)
group by measure, level, place, characteristic, code
having characteristic not like '% and %' or level = 'england' and count(distinct unit) >= 20;

create or replace temp view uptake_by_denominator_again as
select level, place, 'people in the period' as way, count(distinct s.person_key) as numerator, count(distinct e.person_key) as denominator from entitled e left join seen s on s.person_key = e.person_key group by level, place
union all
select level, place, case measure when 'uptake of new episodes' then 'episodes begun in the period' else 'people on the last day' end, count(distinct case when accessed then unit end), count(distinct unit)
from placed_unit group by level, place, measure;

create or replace temp view waited as
with person as (
    select person_key, min_by(site_code, struct(start_date, site_code)) as site_code, min(start_date) as since, least(max(coalesce(end_date, date'2025-06-30')), date'2025-06-30') as until
    from qualifies where start_date <= date'2025-06-30' group by person_key
), met as (select person_key, min(referral_date) as referred, min(first_contact_date) as met from cases group by person_key)
select wait, site_code, greatest(datediff(if(ended <= until or ended <= since, ended, until), since), 0) as days, coalesce(ended <= until or ended <= since, false) as happened from (
    select p.site_code, p.since, p.until, stack(2, 'entitled to referred', m.referred, 'entitled to met', m.met) as (wait, ended) from person p join covered using (site_code) left join met m using (person_key)
    union all
    select site_code, referral_date, date'2025-06-30', 'referred to met', first_contact_date from cases where referral_date <= date'2025-06-30' and site_code is not null);
create or replace temp view waiting as
select wait, level, place, steps, explode(steps) as step from (
    select wait, level, place, array_sort(collect_list(struct(days, events, at_risk))) as steps from (
        select wait, level, place, days, count_if(happened) as events, sum(count(*)) over (partition by wait, level, place order by days desc) as at_risk
        from waited join places using (site_code) group by wait, level, place, days)
    group by wait, level, place);
create or replace temp view days_to_contact_again as
select wait, level, place, max(step.at_risk) as people, sum(step.events) as met, min(case when still <= 0.75 + 1e-9 then step.days end) as lower_quartile, min(case when still <= 0.5 + 1e-9 then step.days end) as median,
    min(case when still <= 0.25 + 1e-9 then step.days end) as upper_quartile, 1 - min_by(still, -step.days) filter (where step.days <= 7) as within_7_days
from (select *, aggregate(filter(steps, s -> s.days <= step.days), cast(1 as double), (kept, s) -> kept * (1 - s.events / s.at_risk)) as still from waiting)
group by wait, level, place;

create or replace temp view service_capacity_again as
select s.provider_code, c.cases, e.entitled, c.cases / nullif(s.advocates, 0) as cases_per_advocate, s.hours / nullif(e.entitled, 0) as hours_per_entitled, e.entitled / nullif(s.advocates, 0) as entitled_per_advocate,
    s.wards_with_access / nullif(s.wards, 0) as ward_access
from service s left join (select provider_code, count(*) as cases from cases group by provider_code) c on c.provider_code = s.provider_code
left join (select advocacy_provider, count(distinct person_key) as entitled from site join qualifies using (site_code) group by advocacy_provider) e on e.advocacy_provider = s.provider_code;

create or replace temp view site_uptake as
select e.place as site_code, count(distinct s.person_key) as x, count(distinct e.person_key) as n from entitled e left join seen s on s.person_key = e.person_key where e.level = 'site' group by e.place
union all
select c.place, c.x, coalesce(c.n, q.n) from (
    select place, sum(case when measure = 'accessed' then count end) as x, sum(case when measure = 'qualifying' then count end) as n from counts where place_level = 'site' and characteristic = 'total' group by place) c
left join (select site_code, count(distinct person_key) as n from qualifies group by site_code) q on q.site_code = c.place where c.x <= coalesce(c.n, q.n);
create or replace temp view expected_need_again as
select site_code, x as numerator, n as denominator, best as best_quartile, cast(ceil(round(wanted, 9)) as bigint) as to_be_seen, wanted / 25 as advocates_needed,
    wanted / 25 * (select sum(hours) / sum(advocates) from service) as hours_needed
from (select *, if(best is null, null, greatest(best * n, x)) as wanted from site_uptake join site using (site_code) join (
    select site_type, if(count(*) > 1, percentile(x / n, 0.75), null) as best from site_uptake join site using (site_code) group by site_type) using (site_type));

create or replace temp view automatic_referral_again as
select sum(if(automatic, x, 0)) as numerator, sum(if(automatic, n, 0)) as denominator, count_if(automatic) as sites, sum(if(automatic, 0, x)) as other_numerator, sum(if(automatic, 0, n)) as other_denominator, count_if(not automatic) as other_sites
from (select site_code, avg(if(lower(referred_by) = 'automatic', 1, 0)) >= 0.5 as automatic from cases where referred_by is not null group by site_code) join site_uptake using (site_code) join covered using (site_code);

create or replace temp view grouped as select *, coalesce(nullif(code_group, ''), code) as of_group from known;
create or replace temp view staff_again as
select provider_code, characteristic, of_group, sum(count) as staff from (
    select w.provider_code, w.characteristic, w.count, coalesce(g.of_group, w.code) as of_group, g.of_group is not null or w.code in (select of_group from grouped) as fits
    from staff w left join grouped g on g.characteristic = w.characteristic and g.code = w.code)
where fits group by provider_code, characteristic, of_group;
create or replace temp view clients_again as
select c.provider_code, g.characteristic, g.of_group, count(distinct c.person_key) as clients from cases c join said a using (person_key) join grouped g on g.characteristic = a.characteristic and g.code = a.code
group by c.provider_code, g.characteristic, g.of_group;
create or replace temp view workforce_match_again as
select provider_code, characteristic, coalesce(k.label, of_group) as group_name, staff, staff_known, clients, clients_known from (
    select *, sum(staff) over (partition by provider_code, characteristic) as staff_known, sum(clients) over (partition by provider_code, characteristic) as clients_known from (
        select provider_code, characteristic, of_group, coalesce(staff, 0) as staff, coalesce(clients, 0) as clients from staff_again full join clients_again using (provider_code, characteristic, of_group))) m
left join (select characteristic as of_characteristic, code, label from known) k on k.of_characteristic = m.characteristic and k.code = m.of_group where staff_known > 0 and clients_known > 0;

create or replace temp view outcome_again as
with came as (
    select c.provider_code, c.case_ref, trim(c.said) as outcome, case when c.outcomes is null then 'not recorded' else coalesce(l.code_group, 'other') end as kind
    from (select *, explode(split(coalesce(outcomes, 'not recorded'), '; ')) as said from cases) c left join listed l on l.codelist = 'outcome' and l.code = lower(trim(c.said))
)
select kind, outcome, count(distinct provider_code, case_ref) as numerator from came group by grouping sets ((kind), (kind, outcome));
create or replace temp view reason_by_route_again as
with asked as (
    select c.provider_code, c.case_ref, coalesce(l.code_group, 'not recorded') as route, trim(c.said) as reason_for
    from (select *, explode(split(coalesce(reasons, 'not recorded'), '; ')) as said from cases) c left join listed l on l.codelist = 'referred_by' and l.code = lower(c.referred_by)
)
select route, reason_for, count(distinct provider_code, case_ref) as numerator, max(of_route) as denominator from asked join (
    select route as same_route, count(distinct provider_code, case_ref) as of_route from asked group by route) on same_route = route group by route, reason_for;

create or replace temp view completeness_again as
select provider_code, source, t.characteristic, count(*) as records, count_if(coalesce(s.status, 'known') = 'known') as known, count_if(s.status = 'declined') as declined, count_if(s.status = 'unsure') as unsure,
    count_if(s.status = 'not recorded') as not_recorded, count_if(s.status = 'not collected') as not_collected, count_if(s.status = 'unmapped') as unmapped
from told t left join status s on s.characteristic = t.characteristic and s.code = t.codes[0] group by provider_code, source, t.characteristic;

create or replace temp view provider_says as
select person_key, characteristic, if(source = 'patient', 'hospital', 'advocacy') as source, provider_code, max(struct(clear, said)) as best, max(clear) as clear from (
    select t.*, coalesce(s.status, 'known') = 'known' as clear, array_join(t.codes, '; ') as said from told t left join status s on s.characteristic = t.characteristic and s.code = t.codes[0])
group by person_key, characteristic, source, provider_code;
create or replace temp view heard_twice as
select a.characteristic, a.source as source_a, b.source as source_b, a.clear as first_clear, b.clear as second_clear,
    array_join(array_sort(split(a.best.said, '; ')), '+') as first_said, array_join(array_sort(split(b.best.said, '; ')), '+') as second_said
from provider_says a join provider_says b on b.person_key = a.person_key and b.characteristic = a.characteristic and (a.source = 'hospital' and b.source = 'advocacy' or a.source = b.source and a.provider_code < b.provider_code);
create or replace temp view by_luck as
select characteristic, source_a, source_b, sum(x * y) / (sum(x) * sum(y)) as luck from (
    select characteristic, source_a, source_b, said, count_if(side = 1) as x, count_if(side = 2) as y
    from (select *, stack(2, 1, first_said, 2, second_said) as (side, said) from heard_twice where first_clear and second_clear) group by characteristic, source_a, source_b, said)
group by characteristic, source_a, source_b;
create or replace temp view concordance_again as
select h.characteristic, h.source_a, h.source_b, people, agree, disagree, only_a, only_b, neither, (agree / nullif(agree + disagree, 0) - luck) / nullif(1 - luck, 0) as kappa
from (select characteristic, source_a, source_b, count(*) as people, count_if(first_clear and second_clear and first_said = second_said) as agree, count_if(first_clear and second_clear and first_said <> second_said) as disagree,
        count_if(first_clear and not second_clear) as only_a, count_if(second_clear and not first_clear) as only_b, count_if(not first_clear and not second_clear) as neither
    from heard_twice group by characteristic, source_a, source_b) h
left join by_luck l on l.characteristic = h.characteristic and l.source_a = h.source_a and l.source_b = h.source_b;

create or replace temp view silence_again as
select p.provider_code, case when max(m.usable) then 'submitted' when bool_or(m.status = 'set aside') then 'set aside' else 'nothing received' end as state, max(p.sites) as sites, date_add(date'2025-06-30', 60) as due_on,
    min(case when m.usable then m.came_on end) as first_received_on, datediff(min(case when m.usable then m.came_on end), date'2025-06-30') > 60 as late
from (select provider_code, role, count(site_code) as sites from provider left join site on provider_code in (hospital_provider, advocacy_provider) group by provider_code, role) p
left join (
    select b.provider_code, b.status, to_date(substring(b.received_at, 1, 10)) as came_on, b.status <> 'set aside' and case when w.role = 'hospital' then array_contains(b.kinds, 'qualifying-patients')
        when w.covers then array_contains(b.kinds, 'advocacy-cases') or array_contains(b.kinds, 'monitoring-counts') else true end as usable
    from (select *, split(`return`, ' [+] ') as kinds from submission) b
    join (select provider_code, role, provider_code in (select advocacy_provider from site where advocacy_provider is not null union select hospital_provider from site where hospital_provider is not null) as covers from provider) w on w.provider_code = b.provider_code) m
    on m.provider_code = p.provider_code
group by p.provider_code;

create or replace temp view question_silence_again as
select provider_code, source, characteristic, case when not_collected = records then 'no such question on the form' when known = 0 then 'everything unknown' when not_collected = 0 then 'answered' else 'asked on some forms' end as state,
    if(not_collected < records, known, null) as known, known / nullif(records - not_collected, 0) as share_known
from completeness_again;

create or replace temp view worded as
select provider_code, source, item, characteristic, left_blank, explode(codes) as code from told
union all select provider_code, 'patient', 'legal_status', 'legal_status', left_blank, legal_status from qualifying where legal_status is not null;
create or replace temp view rule_in_force as select * from quality_rule where '2025-04-01' between if(valid_from = 'null', '0', valid_from) and if(valid_to = 'null', '9', valid_to);
create or replace temp view vodim_again as
select provider_code, source, item, count(*) as records, count_if(outcome = 'valid') as valid, count_if(outcome = 'other') as other, count_if(outcome = 'default') as defaulted,
    count_if(outcome = 'invalid') as invalid, count_if(outcome = 'missing') as missing
from (
    select w.*, case when array_contains(w.left_blank, w.item) or w.code in ('', 'not collected') then 'missing' when w.code = 'unmapped' then 'invalid' when r.outcome is not null then r.outcome
        when coalesce(s.status, w.code) = 'not recorded' then 'default' when coalesce(s.status, w.code) = 'unsure' then 'other' when s.status is not null and k.item is null then 'valid' else 'invalid' end as outcome
    from worded w left join rule_in_force r on r.item = w.item and r.code = w.code left join status s on s.characteristic = w.characteristic and s.code = w.code
    left join (select distinct item from rule_in_force) k on k.item = w.item)
group by provider_code, source, item;
create or replace temp view data_quality_maturity_again as
select provider_code, count(*) as items, sum(v.records) as records, avg(score) as item_score, avg(came) as coverage, 100 * avg(score) * avg(came) as maturity from (
    select v.*, (v.valid + v.other + v.defaulted - greatest(v.defaulted - cast(i.default_threshold as double) * v.records, 0)) / v.records as score, coalesce(if(s.state = 'submitted', 1, 0), 1) as came
    from vodim_again v join quality_item i on i.item = v.item left join silence_again s on s.provider_code = v.provider_code) v
group by provider_code;

create or replace temp view duty as
select person_key, min(notified_date) as notified, min(offered_date) as offered, max(accepted_date) as accepted, max(declined_date) as declined from (
    select person_key, notified_date, offered_date, accepted_date, declined_date from qualifying union all select person_key, notified_date, offered_date, accepted_date, declined_date from cases)
group by person_key;
create or replace temp view advocacy_offer_again as
select level, place, count(*) as entitled, nullif(count(notified), 0) as notified, nullif(count(offered), 0) as offered,
    nullif(count_if(accepted > coalesce(declined, date'1900-01-01')), 0) as accepted, nullif(count_if(declined >= coalesce(accepted, date'1900-01-01')), 0) as declined
from (select distinct q.person_key, p.level, p.place from qualifies q join places p on p.site_code = q.site_code) e left join duty d on d.person_key = e.person_key group by level, place;

create or replace temp view hospital_says as
select j.provider_code, j.person_key, bool_or(j.entitles) as entitled, bool_or(j.imha_required) as required, bool_or(j.imha_assigned) as assigned, max(s.person_key) is not null as met
from judged j left join seen s on s.person_key = j.person_key group by j.provider_code, j.person_key;
create or replace temp view second_opinion_again as
select level, place, question, count(*) as people, count_if(ours and theirs) as both_yes, count_if(ours and not theirs) as only_ours, count_if(theirs and not ours) as only_theirs, count_if(not ours and not theirs) as both_no,
    (avg(if(ours = theirs, 1, 0)) - (avg(if(ours, 1, 0)) * avg(if(theirs, 1, 0)) + avg(if(ours, 0, 1)) * avg(if(theirs, 0, 1))))
        / nullif(1 - (avg(if(ours, 1, 0)) * avg(if(theirs, 1, 0)) + avg(if(ours, 0, 1)) * avg(if(theirs, 0, 1))), 0) as kappa
from (
    select stack(2, 'provider', provider_code, 'england', 'England') as (level, place), question, ours, theirs from (
        select provider_code, 'entitled to an advocate' as question, entitled as ours, required as theirs from hospital_says
        union all select provider_code, 'has an advocate', met, assigned from hospital_says where entitled))
where theirs is not null group by level, place, question;
create or replace temp view reason_for_no_advocate_again as
select level, place, reason, count(distinct person_key) as people, count(distinct met) as saw_an_advocate from (
    select stack(2, 'provider', j.provider_code, 'england', 'England') as (level, place), j.no_imha_reason as reason, j.person_key, s.person_key as met
    from judged j left join seen s on s.person_key = j.person_key where j.entitles and j.no_imha_reason is not null)
group by level, place, reason;

create or replace temp view numbered as
select provider_code, 'hospital' as source, person_key, link_key, coalesce(person_key, submission_id || row_number) as who from qualifying
union all select provider_code, 'advocacy', person_key, link_key, coalesce(person_key, submission_id || row_number) from cases;
create or replace temp view recognised as
select link_key, coalesce(max(person_key), link_key) as person from numbered where link_key is not null group by link_key
having count(distinct case when source = 'hospital' then who end) = 1 and count(distinct case when source = 'advocacy' then who end) = 1 and count_if(person_key is null) > 0;
create or replace temp view joined as
select n.provider_code, n.source, n.person_key is not null as has_number, n.person_key is null and r.person is not null as by_key, coalesce(n.person_key, r.person, n.who) as person from numbered n left join recognised r on r.link_key = n.link_key;
create or replace temp view link_coverage_again as
select j.provider_code, j.source, count(*) as records, count_if(j.has_number) as with_number, count_if(j.by_key) as by_tier_2, count_if(not j.has_number and not j.by_key) as not_linked, count(o.person) as found_on_other_side
from joined j left join (select distinct source, person from joined) o on o.person = j.person and o.source <> j.source group by j.provider_code, j.source;

create or replace temp view link_quality_again as
select tier, count(person) as links from (select explode(array(1, 2)) as tier) left join (
    select person, greatest(min(if(source = 'hospital', if(has_number, 1, 2), null)), max(if(source = 'advocacy', if(has_number, 1, 2), null))) as found_by
    from joined where has_number or by_key group by person having count(distinct source) = 2) on found_by = tier group by tier;

create or replace temp view reconciliation_again as
select c.place, c.measure, c.characteristic, c.code, if(c.measure = 'accessed', l.seen, l.entitled) as linked, c.counted, c.counted - if(c.measure = 'accessed', l.seen, l.entitled) as difference, c.told_by
from (select place, measure, characteristic, code, sum(count) as counted, array_join(array_sort(collect_set(provider_code)), ', ') as told_by from counts where place_level = 'site' group by place, measure, characteristic, code) c
join (select q.site_code, a.characteristic, a.code, count(distinct q.person_key) as entitled, count(distinct s.person_key) as seen, max(v.site_code) is not null as covered
    from qualifies q join said a on a.person_key = q.person_key left join seen s on s.person_key = q.person_key left join covered v on v.site_code = q.site_code group by q.site_code, a.characteristic, a.code) l
    on l.site_code = c.place and l.characteristic = c.characteristic and l.code = c.code
where c.measure = 'qualifying' or c.measure = 'accessed' and l.covered
;

create or replace temp view counts_again as
with summed as (
    select place_level, place, characteristic, code, sum(case when measure = 'accessed' then count end) as x, sum(case when measure = 'qualifying' then count end) as n from counts group by place_level, place, characteristic, code
), at_site as (
    select q.site_code, a.characteristic, a.code, count(distinct q.person_key) as people from qualifies q
    join (select * from said union all select * from area union all select * from section) a on a.person_key = q.person_key group by q.site_code, a.characteristic, a.code
), filled as (
    select s.place_level, s.place, s.characteristic, s.code, s.x, coalesce(s.n, a.people) as n
    from summed s left join at_site a on s.place_level = 'site' and a.site_code = s.place and a.characteristic = s.characteristic and a.code = s.code where s.x is not null
)
select place_level, place, characteristic, code, x, n from filled
union all
select 'england', 'England', characteristic, code, sum(x), sum(n) from filled where place_level = 'site' and n is not null group by characteristic, code
