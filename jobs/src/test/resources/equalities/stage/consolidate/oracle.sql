-- Consolidation once more, in another engine and by other means: sorting instead of ranking by structure, days instead of
-- intervals. Reads raw_patient, raw_case and rule; leaves the tables standing_patient, standing_case and day_episode.
create table standing as
with every_row as (
    select 'hospital' as source, 1 as preference, start_date as said_on, *,
        coalesce(person_key, 'of hospital ' || provider_code || link_key) as who,
        coalesce(person_key, 'of hospital ' || provider_code || link_key) || site_code || start_date || legal_status as row_key
    from raw_patient
    union all by name
    select 'advocacy' as source, 2 as preference, referral_date as said_on, *,
        coalesce(person_key, 'of advocacy ' || provider_code || case_ref) as who, case_ref as row_key
    from raw_case
)
select * from every_row e
where not exists (
    from every_row newer where newer.source = e.source and newer.period = e.period and newer.provider_code = e.provider_code
        and newer.row_key = e.row_key and (newer.version > e.version or (newer.version = e.version and newer.row_number > e.row_number)));

create table linked as
with side as (
    select period, link_key, list(distinct who) filter (source = 'hospital') as hospitals, list(distinct who) filter (source = 'advocacy') as advocates,
        min(person_key) as number
    from standing group by period, link_key
)
select standing.*, case
        when standing.person_key is not null then standing.person_key
        when len(hospitals) = 1 and len(advocates) = 1 then coalesce(number, 'of both ' || standing.period || standing.link_key)
        else who || standing.period end as person,
    case when standing.person_key is not null then 1 when len(hospitals) = 1 and len(advocates) = 1 then 2 end as tier
from standing join side on side.period = standing.period and side.link_key = standing.link_key;

create macro standing_of(status) as list_position(['not collected', 'not recorded', 'unmapped', 'unsure', 'declined', 'known'], status);
create macro status_of_gender(code) as case code when 'X' then 'not recorded' when 'Z' then 'declined' when 'unmapped' then 'unmapped'
    when 'not collected' then 'not collected' else 'known' end;
create macro status_of_disability(codes) as case
    when list_distinct(codes) = ['ZZ'] then 'declined' when list_distinct(codes) = ['unmapped'] then 'unmapped'
    when list_distinct(codes) = ['not recorded'] then 'not recorded' when list_distinct(codes) = ['not collected'] then 'not collected' else 'known' end;

create table answer as
with told as (
    select period, person, source, preference, said_on, submission_id, row_number,
        coalesce(gender, 'not collected') as gender, coalesce(disability, ['not collected']) as disability
    from linked
)
select period, person,
    first(gender order by standing_of(status_of_gender(gender)) desc, preference desc, said_on desc, submission_id desc, row_number desc) as gender,
    first(source order by standing_of(status_of_gender(gender)) desc, preference desc, said_on desc, submission_id desc, row_number desc) as gender_source,
    first(disability order by standing_of(status_of_disability(disability)) desc, preference desc, said_on desc, submission_id desc, row_number desc) as disability,
    first(source order by standing_of(status_of_disability(disability)) desc, preference desc, said_on desc, submission_id desc, row_number desc) as disability_source
from told group by period, person;

create table judged as
with day_of as (
    select linked.*, case period when '2025-26-Q1' then date '2025-06-30' else date '2025-09-30' end as last_of_period
    from linked where source = 'hospital'
), applied as (
    select d.submission_id, d.row_number, r.position, r.qualifies
    from day_of d join rule r on (len(r.legal_status) = 0 or list_contains(r.legal_status, d.legal_status))
        and (len(r.treatment) = 0 or list_contains(r.treatment, d.treatment)) and (r.age_below is null or d.age < r.age_below)
        and greatest(d.start_date, least(coalesce(d.end_date, last_of_period), last_of_period)) >= r.valid_from
)
select d.*, coalesce((select qualifies from applied a where a.submission_id = d.submission_id and a.row_number = d.row_number
    order by position desc limit 1), false) as qualifies
from day_of d;

create macro kind_of(code) as case when code in ('02', '03') then 'detained' when code = 'CTO' then 'community treatment order'
    when code = 'CD' then 'conditional discharge' when code = '35' then 'guardianship' when code = '20' then 'short term' else 'none' end;

-- Day by day until a day beyond all ends; a day of detention is none while a community treatment order runs.
create table day_episode as
with day as (
    select distinct period, person, kind_of(legal_status) as kind, unnest(generate_series(start_date, coalesce(end_date, date '2025-12-31'), interval 1 day))::date as day
    from judged where coalesce(end_date, date '2025-12-31') >= start_date
), counted as (
    select * from day d where kind <> 'detained' or not exists (
        from day c where c.kind = 'community treatment order' and c.period = d.period and c.person = d.person and c.day = d.day)
), island as (
    select *, day - row_number() over (partition by period, person, kind order by day)::int as island from counted
)
select period, person, kind, min(day) as start_date, nullif(max(day), date '2025-12-31') as end_date
from island group by period, person, kind, island;
