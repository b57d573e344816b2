-- Every figure of uptake in a row of its own, in the columns of the monthly Mental Health Services Data Set, with its interval and verdict.
-- Of whole groups, such as all black patients, there is the ratio within site and legal status alone.
-- FIGURE_ID is the same in every release that has the figure. MARK: c hidden, x not available, z not applicable, low shown as 0 and is more.
with figure as (
    select finding_id, period, basis, place_level, place, place_name, characteristic, code, label, verdict, hidden, unnest([
        {'id': 'ENTITLED', 'name': 'People entitled to an advocate', 'value': denominator::double, 'lower': null::double, 'upper': null::double, 'mark': denominator_mark},
        {'id': 'SEEN', 'name': 'People entitled with an advocacy case', 'value': numerator::double, 'lower': null, 'upper': null, 'mark': numerator_mark},
        {'id': 'UPTAKE', 'name': 'Share of people entitled with an advocacy case', 'value': rate, 'lower': lower, 'upper': upper, 'mark': null},
        {'id': 'RATIO', 'name': 'Uptake as a ratio to the uptake of the reference group', 'value': ratio, 'lower': ratio_lower, 'upper': ratio_upper, 'mark': null},
        {'id': 'ADJUSTED_RATIO', 'name': 'Uptake as a ratio to the uptake of the reference group, within site and legal status', 'value': adjusted_ratio, 'lower': adjusted_lower, 'upper': adjusted_upper, 'mark': null}
    ]) as f, reference
    from finding where measure = 'uptake' and characteristic not like '% and %'
    union all
    select group_gap_id, period, 'linked', place_level, place, place_name, characteristic || ' in groups', code, label, verdict, false,
        {'id': 'ADJUSTED_RATIO', 'name': 'Uptake as a ratio to the uptake of the reference group, within site and legal status', 'value': adjusted_ratio, 'lower': adjusted_lower, 'upper': adjusted_upper, 'mark': null}, reference
    from group_gap where measure = 'uptake'
)
select finding_id || ':' || f.id as FIGURE_ID, period_first_day(period) as REPORTING_PERIOD_START, period_last_day(period) as REPORTING_PERIOD_END, 'Final' as STATUS,
    concat_ws('; ', if(place_level = 'england', 'England', upper(place_level[1]) || place_level[2:]), if(characteristic = 'total', null, characteristic)) as BREAKDOWN,
    place as PRIMARY_LEVEL, place_name as PRIMARY_LEVEL_DESCRIPTION, if(characteristic = 'total', 'NONE', code) as SECONDARY_LEVEL, if(characteristic = 'total', 'NONE', label) as SECONDARY_LEVEL_DESCRIPTION,
    f.id as MEASURE_ID, f.name as MEASURE_NAME, f.value as MEASURE_VALUE, f.lower as LOWER, f.upper as UPPER, basis as BASIS,
    if(f.id in ('RATIO', 'ADJUSTED_RATIO'), verdict, null) as VERDICT, coalesce(f.mark, case when f.value is null then if(hidden, 'c', 'x') end) as MARK
from figure where f.id not in ('RATIO', 'ADJUSTED_RATIO') or reference is not null
order by REPORTING_PERIOD_START, REPORTING_PERIOD_END, BREAKDOWN, PRIMARY_LEVEL, SECONDARY_LEVEL, BASIS, MEASURE_ID
