-- The items of the Data Quality Maturity Index: what of each is complete and default, how much default is allowed, and how many expected returns came.
-- grain: one row a period, provider, source and item
with came as (
    -- the share of the year's expected periods, up to this one, in which the provider's return came
    select period, provider_code, avg((state = 'submitted')::int) over (
        partition by provider_code, year(period_first_day(period) - interval 3 month) order by period_first_day(period) range between unbounded preceding and current row) as coverage
    from silence
)
select v.period, v.place_level, v.place, v.source, v.item, v.records, v.valid + v.other + v.defaulted as complete, v.defaulted as defaults,
    i.default_threshold, coalesce(came.coverage, 1) as coverage
from vodim v
join quality_item i on i.item = v.item
    and period_first_day(v.period) between coalesce(i.valid_from, period_first_day(v.period)) and coalesce(i.valid_to, period_first_day(v.period))
left join came on came.period = v.period and came.provider_code = v.place
