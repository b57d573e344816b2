-- Of those entitled, for whom the advocacy service was notified, who was offered an advocate, who accepted and who
-- declined: four facts, told by either side. Null where no record at the place has such a date: it was not collected.
-- grain: one row a period and place
with told as (
    select period, person_key, notified_date, offered_date, accepted_date, declined_date from patient
    union all
    select period, person_key, notified_date, offered_date, accepted_date, declined_date from advocacy_case
), fact as (
    select period, person_key, min(notified_date) as notified, min(offered_date) as offered, max(accepted_date) as accepted, max(declined_date) as declined
    from told group by period, person_key
), duty as (
    select period, bool_or(in_force_from <= period_last_day(period) and coalesce(in_force_to, period_last_day(period)) >= period_first_day(period)) as in_force
    from (select distinct period from person_place), eligibility_rule where kind = 'duty' and name = 'opt-out'
    group by period
)
select p.period, p.place_level, p.place, coalesce(any_value(duty.in_force), false) as duty_in_force, count(*) as entitled,
    nullif(count(fact.notified), 0) as notified, nullif(count(fact.offered), 0) as offered,
    nullif(count(fact.accepted) filter (fact.declined is null or fact.accepted > fact.declined), 0) as accepted,
    nullif(count(fact.declined) filter (fact.accepted is null or fact.declined >= fact.accepted), 0) as declined
from person_place p
left join fact on fact.period = p.period and fact.person_key = p.person_key
left join duty on duty.period = p.period
group by p.period, p.place_level, p.place
