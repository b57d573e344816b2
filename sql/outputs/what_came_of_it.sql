-- What came of cases, as services write it; a row without an outcome is the whole kind.
select period, kind, outcome, numerator as cases_with_it, denominator as cases, rate, lower, upper, numerator_mark as cases_with_it_mark, denominator_mark as cases_mark, hidden from outcome
order by period, kind, outcome is not null, rate desc, outcome
