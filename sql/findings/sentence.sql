-- Each gap in words, out of its own numbers.
-- grain: one row a period, measure, place, characteristic, code and basis
with told as (
    select v.*, w.phrase, w.echo, lower(coalesce(c.title, v.characteristic)) as topic,
        about(greatest(needed - denominator, 0)) as more, adjusted_lower <= 1 and adjusted_upper >= 1 as adjusted_holds_one, ratio.lower <= 1 and ratio.upper >= 1 as crude_holds_one
    from verdict v join measure_in_words w on w.measure = v.measure
    left join characteristic c on c.characteristic = v.characteristic
    where v.reference is not null and v.ratio.value is not null
)
select period, measure, place_level, place, characteristic, code, basis, concat_ws(' ',
    format('For every 100 {} {}, {:.0f} {} {}', reference_people, phrase, 100 * ratio.value, people, echo)
        || case when isfinite(ratio.upper) then format(' (95 % CI {:.0f} to {:.0f})', 100 * ratio.lower, 100 * ratio.upper) else '' end
        || case when adjusted_ratio is null then '.' else format('; taking site {}into account, {:.0f} (95 % CI {:.0f} to {:.0f}).',
            case when basis = 'cases' then '' else 'and legal status ' end, 100 * adjusted_ratio, 100 * adjusted_lower, 100 * adjusted_upper) end,
    case when adjusted_ratio is null then null
        when not crude_holds_one and adjusted_holds_one then 'The two disagree: most of the difference lies between sites, not within them.'
        when crude_holds_one and not adjusted_holds_one then 'The two disagree: the difference is within sites, and the mixture of sites hides it.'
        when not crude_holds_one and (ratio.value - 1) * (adjusted_ratio - 1) < 0 then 'The two disagree: within sites the difference is the other way round.' end,
    case when unknown_share > 0 and isfinite(ratio_bound.upper) then format('Unknown {} could move the {:.0f} to between {:.0f} and {:.0f}', topic, 100 * ratio.value, 100 * ratio_bound.lower, 100 * ratio_bound.upper)
        || case when unknown_could_reverse then ', so the difference could be the other way round.' else '.' end end,
    case when verdict = 'cannot tell' and more > 0 then format('About {:d} more of them would be needed to see a difference of {:.0f} %.', more, 100 * margin)
        when verdict = 'cannot tell' and needed is null then format('There are too few {} to see a difference of {:.0f} %, however many more of the group there were.', reference_people, 100 * margin) end) as sentence
from told
