-- Standardised uptake in words, out of its own numbers.
-- grain: one row a figure that is asked about
select format('Uptake of {} ({}), {}, of known answers: {:d} of {:d}, which are {:.0f} %. ', place, place_level, period, numerator, denominator, 100 * numerator / denominator)
    || case when value is null then format('It has no figure {}: {}.', method, reason)
        when starts_with(method, 'direct') then format('With England''s mixture ({}) it would be {:.0f} % (95 % CI {:.0f} to {:.0f}).', method, 100 * value, 100 * lower, 100 * upper)
        else format('That is {:.2f} times (95 % CI {:.2f} to {:.2f}) what England''s uptake would give the mixture of the place ({}).', value, lower, upper, method) end as sentence
from asked_standardised
