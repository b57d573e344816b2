-- Each change over time in words, out of its own numbers.
-- grain: one row a change that is asked about
select format('{}, {}{}, {}: {:.0f} % in {} ({:d} of {:d}), {:.0f} % in {} ({:d} of {:d}): ', upper(measure[1]) || measure[2:], place, case when characteristic = 'total' then '' else ', ' || characteristic || ' ' || code end, basis,
        100 * previous_rate, previous_period, previous_numerator, previous_denominator, 100 * rate, period, numerator, denominator)
    || format('{:+.0f} in a hundred (95 % CI {:+.0f} to {:+.0f}).', 100 * change, 100 * change_lower, 100 * change_upper)
    || case when not base_changed then '' else format(' Other sites tell than before ({:d} more, {:d} no more), so this is not the change at the same sites.', sites_gained, sites_lost)
        || case when alike_change is null then ' No site told in both.'
            else format(' At those that told in both it is {:+.0f} in a hundred (95 % CI {:+.0f} to {:+.0f}).', 100 * alike_change, 100 * alike_lower, 100 * alike_upper) end end as sentence
from asked_trend
