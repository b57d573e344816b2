-- People whose records have ages that no one date of birth allows: two people under one number, or a date of birth mistyped.
-- severity: warning
with record as (
    select period, site_code, person_key, age, greatest(start_date, period_first_day(period)) as day from patient where age is not null
    union all
    select period, site_code, person_key, age, greatest(referral_date, period_first_day(period)) from advocacy_case where age is not null
), born as (
    -- the last and the first day on which somebody of that age can have been born
    select *, (day - to_years(age::int))::date as latest, (day - to_years(age::int + 1))::date as earliest from record
), person as (
    select period, person_key, min(site_code) as place, max(earliest) as earliest, min(latest) as latest from born group by period, person_key
)
select period, place, count(*) || ' people have records with ages that no one date of birth allows.' as message,
    'Compare the dates of birth under the same person ID.' as fix
-- one day of leeway, for who is born on 29 February
from person where earliest > latest + interval 1 day group by period, place
