-- How long people wait for an advocate, those still waiting counted as waiting (Kaplan and Meier 1958): quartiles are the first day by which a quarter,
-- a half and three quarters are expected to be met, and empty where so many never were.
-- grain: one row a period, wait and place
with day_at_site as (
    select period, wait, site_code, days, count(*) filter (happened) as events, count(*) as leaving from contact_wait group by all
), day as (
    select d.period, d.wait, p.place_level, p.place, d.days, sum(d.events) as events, sum(d.leaving) as leaving
    from day_at_site d join site_place p on p.period = d.period and p.site_code = d.site_code group by all
), risk as (
    select *, sum(leaving) over (partition by period, wait, place_level, place order by days desc) as at_risk from day
), curve as (
    select *, case when bool_or(events = at_risk) over so_far then 0 else exp(sum(case when events < at_risk then ln(1 - events / at_risk) end) over so_far) end as waiting,
        sum(case when events < at_risk then events / (at_risk::double * (at_risk - events)) end) over so_far as greenwood
    from risk window so_far as (partition by period, wait, place_level, place order by days)
), week as (
    select period, wait, place_level, place, arg_max({'waiting': waiting, 'reach': case when waiting > 0 and waiting < 1 then critical_value(0.95) * sqrt(greenwood) / abs(ln(waiting)) end}, days) as at
    from curve where days <= 7 group by all
)
select c.period, c.wait, c.place_level, c.place, sum(c.leaving)::bigint as people, sum(c.events)::bigint as met, (sum(c.leaving) - sum(c.events))::bigint as still_waiting,
    min(c.days) filter (c.waiting <= 0.75 + 1e-12) as lower_quartile, min(c.days) filter (c.waiting <= 0.5 + 1e-12) as median, min(c.days) filter (c.waiting <= 0.25 + 1e-12) as upper_quartile,
    1 - any_value(w.at.waiting) as within_7_days, 1 - any_value(power(w.at.waiting, exp(-w.at.reach))) as within_7_lower, 1 - any_value(power(w.at.waiting, exp(w.at.reach))) as within_7_upper
from curve c left join week w on w.period = c.period and w.wait = c.wait and w.place_level = c.place_level and w.place = c.place
group by c.period, c.wait, c.place_level, c.place
