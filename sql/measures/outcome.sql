-- What came of cases: each outcome and each kind of outcome, over all cases and over those with one recorded; a case may have several.
-- Every kind stands there, nobody's too: which of them are missing would tell that nobody has an outcome.
-- grain: one row a period, kind and outcome; outcome is empty for the whole kind
with told as (
    select period, provider_code, case_ref, unnest(coalesce(string_split(outcomes, '; '), ['not recorded'])) as outcome from advocacy_case
), kinded as (
    select t.period, t.provider_code, t.case_ref, trim(t.outcome) as outcome, case when t.outcome = 'not recorded' then 'not recorded' else coalesce(k.kind, 'other') end as kind
    from told t left join outcome_kind k on k.outcome = lower(trim(t.outcome))
), counted as (
    select period, kind, outcome, count(distinct (provider_code, case_ref)) as cases from kinded group by grouping sets ((period, kind), (period, kind, outcome))
), nobody as (
    select period, kind, null as outcome, 0 as cases
    from (select distinct period from kinded) cross join (select kind from outcome_kind union select 'not recorded')
    where (period, kind) not in (select (period, kind) from counted)
), total as (
    select period, count(distinct (provider_code, case_ref)) as cases, count(distinct (provider_code, case_ref)) filter (kind <> 'not recorded') as with_outcome from kinded group by period
)
select c.period, c.kind, c.outcome, c.cases as numerator, t.cases as denominator, t.with_outcome, wilson(c.cases, t.cases).value as rate, wilson(c.cases, t.cases).lower as lower, wilson(c.cases, t.cases).upper as upper
from (from counted union all from nobody) c join total t on t.period = c.period
