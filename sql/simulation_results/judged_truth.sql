-- Each verdict beside the truth: whether the group has a gap, and the ratio that would be seen if everybody were known.
-- grain: one row a run and group that is compared
with whole as (
    select period, code, count(*) filter (accessed) / count(*) as rate from simulated_person group by all
)
select g.scenario, g.planted, g.planted_size, v.period, v.code, v.verdict, v.q, g.ratio < 1 as has_gap, v.adjusted_lower <= g.ratio and v.adjusted_upper >= g.ratio as covered,
    one.rate / nullif(reference.rate, 0) between v.ratio_bound.lower - 1e-12 and v.ratio_bound.upper + 1e-12 as within_bounds, v.unknown_could_reverse
from verdict v
join simulated_group g on g.period = v.period and g.code = v.code
join whole one on one.period = v.period and one.code = v.code
join whole reference on reference.period = v.period and reference.code = 'G0'
where v.reference is not null
