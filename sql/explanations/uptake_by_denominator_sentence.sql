-- Uptake over three denominators in words, out of its own numbers.
-- grain: one row a denominator and place that is asked about
select format('Of {:d} {} {} {:d} had an advocacy case: {:.0f} % (95 % CI {:.0f} to {:.0f}).', denominator, denominator_name, case when place_level = 'england' then 'in England' else 'at ' || place end, numerator, 100 * rate, 100 * lower, 100 * upper) as sentence
from asked_uptake_by_denominator
