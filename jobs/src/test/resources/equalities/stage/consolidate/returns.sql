-- Invented returns as the standard zone has them, out of a seed: three submissions of two hospitals and two services, with
-- rows that repeat, correct, overlap, touch, move between sites, and lack a number.
create macro draw(i, salt, n) as (hash(i::varchar || ':' || salt || ':' || getvariable('seed')) % n)::bigint;
create macro pick(i, salt, list) as list[draw(i, salt, len(list)) + 1];

create table raw_patient as
with drawn as (
    select i, draw(i, 'person', 60) as person, '2025-26-Q' || (1 + draw(i, 'period', 2)) as period,
        pick(i, 'provider', ['T1', 'T2']) as provider_code, draw(i, 'file', 3) as file
    from range(700) t(i)
)
select period, provider_code, provider_code || period || file as submission_id, file::varchar as version, i + 2 as row_number,
    case when draw(i, 'number', 10) > 0 then 'person ' || person end as person_key,
    'link ' || (person % 50) || provider_code as link_key,
    pick(i, 'site', ['S1', 'S2', 'S3']) as site_code,
    date '2025-03-01' + (draw(i, 'start', 40) * 3)::int as start_date,
    case when draw(i, 'ended', 3) > 0 then date '2025-03-01' + (draw(i, 'start', 40) * 3 + draw(i, 'days', 30))::int end as end_date,
    pick(i, 'status', ['02', '03', '01', '20', 'CTO', 'CD', '35', '99']) as legal_status,
    case when draw(i, 'treated', 12) = 0 then pick(i, 'treatment', ['57', '58A', 'none']) end as treatment,
    14 + draw(i, 'age', 60) as age,
    case draw(i, 'asked gender', 6) when 0 then null else pick(i, 'gender', ['1', '2', 'X', 'Z', 'unmapped', 'not collected']) end as gender,
    case draw(i, 'asked disability', 6) when 0 then null else pick(i, 'disability', [['02'], ['02', '05'], ['ZZ'], ['unmapped'], ['unmapped', '04'], ['not recorded']]) end as disability
from drawn;

-- Some rows come again in a later file, word for word.
insert into raw_patient
select period, provider_code, provider_code || period || 2, '2', row_number + 1000, * exclude (period, provider_code, submission_id, version, row_number)
from raw_patient where draw(row_number, 'again', 8) = 0 and version < '2';

create table raw_case as
with drawn as (
    select i, draw(i, 'case person', 80) as person, '2025-26-Q' || (1 + draw(i, 'case period', 2)) as period,
        pick(i, 'service', ['A1', 'A2']) as provider_code, draw(i, 'case file', 2) as file
    from range(300) t(i)
)
select period, provider_code, provider_code || period || file as submission_id, file::varchar as version, i + 2 as row_number,
    'ref ' || draw(i, 'ref', 200) as case_ref,
    case when draw(i, 'case number', 3) > 0 then 'person ' || person end as person_key,
    'link ' || (person % 50) || pick(i, 'at', ['T1', 'T2']) as link_key,
    pick(i, 'case site', ['S1', 'S2', 'S3']) as site_code,
    date '2025-04-01' + draw(i, 'referral', 60)::int as referral_date,
    case draw(i, 'asked g', 4) when 0 then null else pick(i, 'case gender', ['1', '2', '3', 'X', 'Z']) end as gender,
    case draw(i, 'asked d', 4) when 0 then null else pick(i, 'case disability', [['05', '02'], ['NN'], ['ZZ'], ['unmapped']]) end as disability
from drawn;
