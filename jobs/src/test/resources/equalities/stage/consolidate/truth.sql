-- Invented people whose truth is known: 20,000 patients at 40 sites, of whom four in ten are seen; one in eight of those
-- seen is in no hospital's return; a quarter of the services keep no numbers; one date of birth in fifty is mistyped.
create macro draw(i, salt, n) as (hash(i::varchar || ':' || salt) % n)::bigint;
create table person as
select i, 'nhs ' || i as number, 'S' || draw(i, 'site', 40) as site, date '1935-01-01' + draw(i, 'born', 30000)::int as born,
    case draw(i, 'sex', 20) when 0 then '3' else (1 + draw(i, 'sex', 2))::varchar end as sex,
    draw(i, 'seen', 10) < 4 as seen, draw(i, 'elsewhere', 8) = 0 as elsewhere
from range(20000) t(i);

create table raw_patient as
select '2025-26-Q1' as period, 'T' || site as provider_code, 'file ' || site as submission_id, '1' as version, i + 2 as row_number,
    number as person_key, sha256(born || sex || site) as link_key, site as site_code, date '2025-04-01' as start_date,
    null::date as end_date, '03' as legal_status, 40::bigint as age, i as truth
from person where not (seen and elsewhere);

create table raw_case as
select '2025-26-Q1' as period, 'A' || site as provider_code, 'cases ' || site as submission_id, '1' as version, i + 2 as row_number,
    'ref ' || i as case_ref, case when site[2:]::int % 4 > 0 then number end as person_key,
    sha256((born + case when draw(i, 'mistyped', 50) = 0 then 1 else 0 end) || sex || site) as link_key, site as site_code,
    date '2025-04-03' as referral_date, i as truth
from person where seen;
