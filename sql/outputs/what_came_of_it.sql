-- What came of cases, as services write it; a row without an outcome is the whole kind.
select period, kind, outcome, numerator as cases_with_it, denominator as cases, rate, lower, upper, hidden from outcome
order by period, kind, outcome is not null, rate desc, outcome
