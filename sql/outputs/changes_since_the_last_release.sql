-- Figures that are another than in the last release, and what changed since it was made. Periods that it did not have are left out.
-- So are figures that only have another name: a row that is gone and one that is new with the very same figures, where two of its kind, place and group are called as before; and a row that is gone or new of which nothing was or is shown.
with reason as (
    select period_first_day(period) as first_day, period_last_day(period) as last_day, reason from change_reason
), figure as (
    select FIGURE_ID as figure_id, REPORTING_PERIOD_START as reporting_period_start, REPORTING_PERIOD_END as reporting_period_end, BREAKDOWN as breakdown,
        PRIMARY_LEVEL_DESCRIPTION as primary_level_description, SECONDARY_LEVEL_DESCRIPTION as secondary_level_description, MEASURE_NAME as measure_name,
        MEASURE_VALUE as measure_value, MARK as mark
    from figures
    where (REPORTING_PERIOD_START, REPORTING_PERIOD_END) in (select (reporting_period_start, reporting_period_end) from last_figure)
), gone as (
    select split_part(figure_id, ':', 1) as id, reporting_period_start as first_day, reporting_period_end as last_day, breakdown, primary_level_description as place_name,
        secondary_level_description as label, list({'name': measure_name, 'value': measure_value, 'mark': mark} order by figure_id) as figures
    from last_figure l where not exists (from figure f where split_part(f.figure_id, ':', 1) = split_part(l.figure_id, ':', 1)) group by all having count(measure_value) > 0
), come as (
    select split_part(figure_id, ':', 1) as id, reporting_period_start as first_day, reporting_period_end as last_day, breakdown, primary_level_description as place_name,
        secondary_level_description as label, list({'name': measure_name, 'value': measure_value, 'mark': mark} order by figure_id) as figures
    from figure f where not exists (from last_figure l where split_part(f.figure_id, ':', 1) = split_part(l.figure_id, ':', 1)) group by all having count(measure_value) > 0
), renamed as (
    select g.id as was, c.id as is_now from gone g join come c on (c.first_day, c.last_day, c.figures) = (g.first_day, g.last_day, g.figures)
        and (c.breakdown = g.breakdown)::int + (c.place_name = g.place_name)::int + (c.label = g.label)::int >= 2
    qualify count(*) over (partition by g.id) = 1 and count(*) over (partition by c.id) = 1
), changed as (
    select coalesce(l.figure_id, f.figure_id) as figure_id, coalesce(l.reporting_period_start, f.reporting_period_start) as first_day,
        coalesce(l.reporting_period_end, f.reporting_period_end) as last_day, coalesce(f.breakdown, l.breakdown) as breakdown,
        coalesce(f.primary_level_description, l.primary_level_description) as place_name,
        coalesce(f.secondary_level_description, l.secondary_level_description) as label, coalesce(f.measure_name, l.measure_name) as measured,
        l.measure_value as before, f.measure_value as now, if(l.figure_id is null, 'x', l.mark) as before_mark, if(f.figure_id is null, 'x', f.mark) as now_mark
    from last_figure l full join figure f on l.figure_id = f.figure_id
    where l.measure_value is distinct from f.measure_value or l.mark is distinct from f.mark and l.figure_id is not null and f.figure_id is not null
), told as (
    from changed where split_part(figure_id, ':', 1) not in (select was from renamed union all select is_now from renamed)
)
select figure_id, first_day, last_day, breakdown, place_name, label, measured, before, now, before_mark, now_mark,
    (select string_agg(r.reason, '; ' order by r.reason) from reason r
        where r.first_day is null or (r.first_day, r.last_day) = (told.first_day, told.last_day)) as why
from told order by first_day, last_day, not starts_with(breakdown, 'England'), breakdown, place_name, label, measured
