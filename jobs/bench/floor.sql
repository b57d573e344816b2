-- Purpose: the least that the same work can cost: returns in, checked, coded, under pseudonyms, out as Parquet, and uptake
--   with its Wilson interval by site, characteristic and answer. No restart, no ledger, no corrections, no protection.
-- Grain of uptake.csv: a site, a characteristic and a code. Variables: landing, mappings, out.
set preserve_insertion_order = false;

create macro tidy(answer) as coalesce(trim(regexp_replace(lower(answer), '[-\s]+', ' ', 'g')), '');

create table mapping as
select characteristic, tidy(spelling) as spelling, any_value(code) as code
from read_csv(getvariable('mappings'), header = true, all_varchar = true)
group by all;

create macro day(written) as try_strptime(written, '%d/%m/%Y')::date;
create macro code_of(of_characteristic, answer) as
    coalesce((select code from mapping where characteristic = of_characteristic and spelling = tidy(answer)), 'unmapped');
create macro is_nhs_number(written) as
    regexp_full_match(written, '\d{10}')
    and (11 - list_sum([(11 - i) * written[i]::integer for i in range(1, 10)]) % 11) % 11 = written[10]::integer;
create macro fault_of(person, first_day) as
    case when not coalesce(is_nhs_number(person), false) then 'NHS number' when day(first_day) is null then 'date' end;

create table patient_read as
select *, fault_of("Person ID", "Start Date") as fault
from read_csv(getvariable('landing') || '/*/*/qualifying-patients*.csv', header = true, all_varchar = true, filename = true);

create table case_read as
select *, fault_of("Person ID", "Referral Date") as fault
from read_csv(getvariable('landing') || '/*/*/advocacy-cases*.csv', header = true, all_varchar = true, filename = true);

create table qualifying_patient as
select distinct
    "Site Code" as site, sha256('outer' || sha256('inner' || "Person ID")) as person, day("Start Date") as first_day,
    date_diff('year', day("Date of Birth"), day("Start Date")) as age,
    code_of('legal_status', "Legal Status") as legal_status, "Ward" as ward, "Out of Area" as out_of_area,
    code_of('gender', "Gender") as gender, code_of('ethnicity', "Ethnic Origin") as ethnicity,
    code_of('disability', "Disability") as disability,
    code_of('sexual_orientation', "Sexual Orientation") as sexual_orientation,
    code_of('language', "First Language") as language
from patient_read where fault is null;

create table advocacy_case as
select distinct
    "Site Code" as site, sha256('outer' || sha256('inner' || "Person ID")) as person, day("Referral Date") as first_day,
    "Case Ref" as case_ref, "Referred By" as referred_by, "Instructed" as instructed,
    code_of('gender', "Gender") as gender, code_of('ethnicity', "Ethnic Origin") as ethnicity,
    code_of('disability', "Disability") as disability,
    code_of('sexual_orientation', "Sexual Orientation") as sexual_orientation,
    code_of('language', "First Language") as language
from case_read where fault is null;

copy (from patient_read where fault is not null union all by name from case_read where fault is not null)
    to (getvariable('out') || '/held.parquet') (compression zstd);
copy qualifying_patient to (getvariable('out') || '/qualifying_patient.parquet') (compression zstd);
copy advocacy_case to (getvariable('out') || '/advocacy_case.parquet') (compression zstd);

copy (
    with person_at_site as (
        select site, person, any_value(gender) as gender, any_value(ethnicity) as ethnicity,
            any_value(disability) as disability, any_value(sexual_orientation) as sexual_orientation,
            any_value(language) as language, any_value(person in (select person from advocacy_case)) as seen
        from qualifying_patient where legal_status = 'qualifies' group by site, person
    ),
    answer as (
        unpivot person_at_site on gender, ethnicity, disability, sexual_orientation, language
            into name characteristic value code
    ),
    counted as (
        select site, characteristic, code, count(*) filter (seen) as accessed, count(*) as qualifying from answer group by all
    )
    select *, accessed / qualifying as uptake,
        (uptake + 1.9207 / qualifying - 1.96 * sqrt(uptake * (1 - uptake) / qualifying + 0.9604 / qualifying ** 2))
            / (1 + 3.8415 / qualifying) as lower_limit,
        (uptake + 1.9207 / qualifying + 1.96 * sqrt(uptake * (1 - uptake) / qualifying + 0.9604 / qualifying ** 2))
            / (1 + 3.8415 / qualifying) as upper_limit
    from counted order by all
) to (getvariable('out') || '/uptake.csv') (header);
