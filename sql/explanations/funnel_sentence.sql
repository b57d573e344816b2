-- Each place beside its average in words, out of its own numbers.
-- grain: one row a place that is asked about
with placed as (
    select *, case split_part(position, ' ', 1) when 'Low' then 'it lies below' when 'High' then 'it lies above' else 'it lies within' end as lies,
        case split_part(allowed_position, ' ', 1) when 'Low' then 'it lies below' when 'High' then 'it lies above' else 'it lies within' end as allowed_lies
    from asked_funnel
)
select format('{}, {} ({}, {}): {:d} of {:d}, which are {:.0f} %; the {:d} places of its level together have {:.0f} %. ', upper(measure[1]) || measure[2:], place, place_level, basis, numerator, denominator, 100 * rate, places, 100 * average)
    || format('By chance alone a place of so many would have {:.0f} to {:.0f} % in 95 of 100 cases and {:.0f} to {:.0f} % in 998 of 1,000: {}. ',
        100 * lower_95, 100 * upper_95, 100 * lower_998, 100 * upper_998, lies)
    || case when phi is null then 'There are fewer than 10 places, too few to say how much places differ anyway.'
        when tau2 = 0 then format('The places differ by no more than chance (ratio {:.1f}).', phi)
        else format('The places differ by more than chance (ratio {:.1f}); with that allowed for, it would have {:.0f} to {:.0f} % in 95 of 100 cases: {}.',
            phi, 100 * allowed_lower_95, 100 * allowed_upper_95, allowed_lies) end as sentence
from placed
