-- The Data Quality Maturity Index: mean score of the items times mean coverage of the returns they stand in, times 100.
-- An item's score is the share of records that are valid and complete, less the defaults beyond what its threshold allows.
-- source: Data Quality Maturity Index (DQMI) methodology, NHS England, with its appendix of a worked example
-- grain: one row a period and provider
with scored as (
    select *, (complete - greatest(coalesce(defaults - default_threshold * records, 0), 0)) / records as score
    from data_quality_item where records > 0
), averaged as (
    -- in order: the same to the last digit each time
    select period, place_level, place, count(*) as items, sum(records)::bigint as records,
        list_avg(list(score order by source, item)) as item_score, list_avg(list(coverage order by source, item)) as coverage
    from scored group by period, place_level, place
)
select *, 100 * item_score * coverage as maturity from averaged
