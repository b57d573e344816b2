-- Days until something happens, with those still waiting counted as waiting: still_waiting(tbl), over rows of days and happened.

-- Kaplan and Meier 1958: the share for whom it has not happened after each day, with Greenwood's error on the scale of log(-log) (Kalbfleisch and Prentice 1980).
-- Not where those who leave early are those who would have waited longest.
create or replace macro still_waiting(tbl, confidence := 0.95) as table
    with by_day as (
        select days, count(*) filter (happened) as events, count(*) as leaving from query_table(tbl) where days >= 0 group by days
    ), risk as (
        select days, events, sum(leaving) over (order by days desc) as at_risk from by_day
    ), curve as (
        select days, events, at_risk, case when bool_or(events = at_risk) over so_far then 0
                else exp(sum(case when events < at_risk then ln(1 - events / at_risk) end) over so_far) end as waiting,
            sum(case when events < at_risk then events / (at_risk::double * (at_risk - events)) end) over so_far as greenwood
        from risk window so_far as (order by days)
    )
    select days, events, at_risk, waiting,
        case when waiting in (0, 1) then waiting else power(waiting, exp(critical_value(confidence) * sqrt(greenwood) / abs(ln(waiting)))) end as lower,
        case when waiting in (0, 1) then waiting else power(waiting, exp(-critical_value(confidence) * sqrt(greenwood) / abs(ln(waiting)))) end as upper
    from curve order by days;
