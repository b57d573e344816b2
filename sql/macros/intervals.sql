-- Intervals and comparisons of proportions: wilson(x, n), newcombe(x1, n1, x2, n2), risk_ratio(x1, n1, x2, n2), two_sided_p(z).
-- Each interval is a struct of value, lower, upper (95 %) and reason: null when fine, else why there is no figure.

-- Wilson 1927, as Newcombe 1998 gives it. Not for rates that may pass 1.
create or replace macro wilson(x, n) as case
    when n is null or x is null then {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': 'NO_NUMERATOR'}
    when n <= 0 then {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': 'DENOM_ZERO'}
    when x < 0 then {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': 'NEGATIVE'}
    when x > n then {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': 'NUM_GT_DENOM'}
    else {
        'value': x::double / n,
        'lower': case when x = 0 then 0 else (2 * x + 3.8414588206941227 - 1.959963984540054 * sqrt(3.8414588206941227 + 4 * x * (1 - x::double / n))) / (2 * (n + 3.8414588206941227)) end::double,
        'upper': case when x = n then 1 else (2 * x + 3.8414588206941227 + 1.959963984540054 * sqrt(3.8414588206941227 + 4 * x * (1 - x::double / n))) / (2 * (n + 3.8414588206941227)) end::double,
        'reason': null::varchar}
end;

-- Newcombe 1998, method 10: the difference of two proportions out of their Wilson limits.
create or replace macro newcombe(x1, n1, x2, n2) as {
    'value': wilson(x1, n1).value - wilson(x2, n2).value,
    'lower': wilson(x1, n1).value - wilson(x2, n2).value - sqrt(power(wilson(x1, n1).value - wilson(x1, n1).lower, 2) + power(wilson(x2, n2).upper - wilson(x2, n2).value, 2)),
    'upper': wilson(x1, n1).value - wilson(x2, n2).value + sqrt(power(wilson(x1, n1).upper - wilson(x1, n1).value, 2) + power(wilson(x2, n2).value - wilson(x2, n2).lower, 2)),
    'reason': coalesce(wilson(x1, n1).reason, wilson(x2, n2).reason)};

-- Katz 1978, the log method. Not when either number is zero.
create or replace macro risk_ratio(x1, n1, x2, n2) as case
    when coalesce(wilson(x1, n1).reason, wilson(x2, n2).reason) is not null
        then {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': coalesce(wilson(x1, n1).reason, wilson(x2, n2).reason)}
    when x1 = 0 or x2 = 0 then {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': 'RATIO_ZERO'}
    else {
        'value': (x1::double / n1) / (x2::double / n2),
        'lower': (x1::double / n1) / (x2::double / n2) * exp(-1.959963984540054 * sqrt(greatest(1.0 / x1 - 1.0 / n1 + 1.0 / x2 - 1.0 / n2, 0))),
        'upper': (x1::double / n1) / (x2::double / n2) * exp(1.959963984540054 * sqrt(greatest(1.0 / x1 - 1.0 / n1 + 1.0 / x2 - 1.0 / n2, 0))),
        'reason': null::varchar}
end;

-- The probability of a standard normal value at least as far from zero as z, by the rational form of Abramowitz and Stegun 26.2.17 (error below 1.5e-7).
create or replace macro normal_tail(z) as 0.3989422804014327 * exp(-z * z / 2) * (
    0.319381530 / (1 + 0.2316419 * z) - 0.356563782 / power(1 + 0.2316419 * z, 2) + 1.781477937 / power(1 + 0.2316419 * z, 3)
    - 1.821255978 / power(1 + 0.2316419 * z, 4) + 1.330274429 / power(1 + 0.2316419 * z, 5));
create or replace macro two_sided_p(z) as least(1, 2 * normal_tail(abs(z)));
