-- A gap in words: gap_sentence(words, basis, ratio, adjusted, bounds, unknown, could_reverse, verdict, more); of a whole group: group_sentence(words, adjusted, verdict).
-- words: what the group of reference, those counted, the group, what they did and the question are called, the margin in per cent, and of whom more are
-- needed ('the group' or 'both groups'); ratio, adjusted and bounds: as the macros of those names give them, adjusted.value null where there are no strata; unknown: people whose answer is unknown.
-- Used on true figures in findings and once more on the figures as they are published, so that a sentence never tells more than its numbers.

-- The two ratios side by side, and whether they disagree: one interval without 1 and the other with it is no disagreement unless the one ratio is less than half as far from 1 as the other.
create or replace macro gap_told(words, basis, ratio, adjusted) as
    format('For every 100 {} {}, {:.0f} {} {}', words[1], words[2], 100 * ratio.value, words[3], words[4])
        || case when isfinite(ratio.upper) then format(' (95 % CI {:.0f} to {:.0f})', 100 * ratio.lower, 100 * ratio.upper) else '' end
        || case when adjusted.value is null then '.' else format('; taking site {}into account, {:.0f} (95 % CI {:.0f} to {:.0f}).',
            case when basis = 'cases' then '' when basis in ('flow', 'stock') then 'and kind of section ' else 'and legal status ' end, 100 * adjusted.value, 100 * adjusted.lower, 100 * adjusted.upper) end;
create or replace macro gap_disagreement(ratio, adjusted) as case when adjusted.value is null then null
    when not (ratio.lower <= 1 and ratio.upper >= 1) and adjusted.lower <= 1 and adjusted.upper >= 1 and 2 * abs(adjusted.value - 1) < abs(ratio.value - 1)
        then 'The two disagree: most of the difference lies between sites, not within them.'
    when ratio.lower <= 1 and ratio.upper >= 1 and not (adjusted.lower <= 1 and adjusted.upper >= 1) and 2 * abs(ratio.value - 1) < abs(adjusted.value - 1)
        then 'The two disagree: the difference is within sites, and the mixture of sites hides most of it.'
    when not (ratio.lower <= 1 and ratio.upper >= 1) and (ratio.value - 1) * (adjusted.value - 1) < 0 then 'The two disagree: within sites the difference is the other way round.' end;

-- What the unknown could do, and what it would take to tell.
create or replace macro gap_unknown(words, ratio, bounds, unknown, could_reverse, verdict) as case when unknown > 0 and isfinite(bounds.upper)
    then case when round(100 * bounds.lower) = round(100 * bounds.upper) then format('Unknown {} could hardly move the {:.0f}', words[5], 100 * ratio.value)
            else format('Unknown {} could move the {:.0f} to between {:.0f} and {:.0f}', words[5], 100 * ratio.value, 100 * bounds.lower, 100 * bounds.upper) end
        || case when verdict like 'no gap %' and (bounds.lower < 1 - words[6]::double / 100 or bounds.upper > 1 + words[6]::double / 100)
                then format(', so a difference larger than {} % is ruled out for those of whom we know, and not for all.', words[6])
            when could_reverse and coalesce(verdict, '') not like 'no gap %' then ', so the difference could be the other way round.' else '.' end end;
create or replace macro gap_needed(words, verdict, more) as case when verdict = 'cannot tell' then case
    when more = 0 then format('There are enough people to see a difference of {} %; this one lies too near to it to be told from it.', words[6])
    when words[7] = 'both groups' then format('About {:,} more people of the two groups together would be needed to see a difference of {} %.', more, words[6])
    else format('About {:,} more of them would be needed to see a difference of {} %.', more, words[6]) end end;

create or replace macro gap_sentence(words, basis, ratio, adjusted, bounds, unknown, could_reverse, verdict, more) as
    concat_ws(' ', gap_told(words, basis, ratio, adjusted), gap_disagreement(ratio, adjusted),
        gap_unknown(words, ratio, bounds, unknown, could_reverse, verdict), gap_needed(words, verdict, more));

-- A whole group beside the reference within strata, of which no count is published: words are the reference, those counted, the group, what they did and the margin in per cent.
create or replace macro group_sentence(words, adjusted, verdict) as
    format('Taking site and legal status into account, for every 100 {} {}, {:.0f} {} {} (95 % CI {:.0f} to {:.0f}).', words[1], words[2], 100 * adjusted.value, words[3], words[4],
        100 * adjusted.lower, 100 * adjusted.upper)
        || case verdict when 'gap' then '' when 'cannot tell' then ' We cannot tell whether there is a difference.' else format(' A difference larger than {} % is ruled out.', words[5]) end;
