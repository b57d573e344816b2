-- The days of a period: 2025-26 (financial year), 2025-26-Q1 or 2025-06.

create or replace macro period_is_year(p) as substring(p, 6, 2)::int = (substring(p, 1, 4)::int + 1) % 100;
create or replace macro period_first_day(p) as (make_date(substring(p, 1, 4)::int, 4, 1) + to_months(case
    when len(p) > 7 then 3 * (substring(p, 10, 1)::int - 1)
    when period_is_year(p) then 0
    else substring(p, 6, 2)::int - 4 end::int))::date;
create or replace macro period_last_day(p) as (period_first_day(p) + to_months(case
    when len(p) > 7 then 3 when period_is_year(p) then 12 else 1 end::int) - interval 1 day)::date;

-- Cohen 1960: agreement of two yes or no judgements beyond chance; null where chance alone would agree on all.
create or replace macro cohens_kappa(both_yes, only_first, only_second, both_no) as
    (((both_yes + both_no)::double / (both_yes + only_first + only_second + both_no))
        - (((both_yes + only_first)::double * (both_yes + only_second) + (both_no + only_second)::double * (both_no + only_first))
            / power(both_yes + only_first + only_second + both_no, 2)))
    / nullif(1 - (((both_yes + only_first)::double * (both_yes + only_second) + (both_no + only_second)::double * (both_no + only_first))
            / power(both_yes + only_first + only_second + both_no, 2)), 0);
