-- The cases behind an outcome or a kind of outcome: those that have it, of all cases of the period.
-- asked_outcome holds the outcomes that are asked about.
-- grain: one row a row of a submission
with told as (
    select period, submission_id, row_number, trim(unnest(coalesce(string_split(outcomes, '; '), ['not recorded']))) as outcome from advocacy_case
), kinded as (
    select t.*, case when t.outcome = 'not recorded' then 'not recorded' else coalesce(k.kind, 'other') end as kind from told t left join outcome_kind k on k.outcome = lower(t.outcome)
), row_behind as (
    select distinct 'advocacy_case' as table_name, 'with it' as part, t.submission_id, t.row_number from kinded t join asked_outcome a on a.period = t.period and a.kind = t.kind and coalesce(a.outcome, t.outcome) = t.outcome
    union
    select 'advocacy_case', 'all cases', c.submission_id, c.row_number from advocacy_case c where c.period in (select period from asked_outcome)
)
select r.table_name, r.part, s.provider_code, s.file_name, r.submission_id, r.row_number
from row_behind r left join submission s on s.submission_id = r.submission_id
