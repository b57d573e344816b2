-- Each gap in words, out of its own numbers, and the words it is made of.
-- grain: one row a period, measure, place, characteristic, code and basis
with titled as (
    select map_from_entries(list((characteristic, lower(title)))) as titles from characteristic
), told as (
    select v.*, [reference_people, w.phrase, people, w.echo, array_to_string(list_transform(string_split(v.characteristic, ' and '), lambda asked: coalesce(t.titles[asked], asked)), ' and '), format('{:.0f}', 100 * margin), coalesce(more_of, '')] as words
    from verdict v join measure_in_words w on w.measure = v.measure
    cross join titled t
    where v.reference is not null and v.ratio.value is not null
)
select period, measure, place_level, place, characteristic, code, basis, words,
    gap_sentence(words, basis, ratio, {'value': adjusted_ratio, 'lower': adjusted_lower, 'upper': adjusted_upper}, ratio_bound,
        case when unknown_share > 0 then 1 end, unknown_could_reverse, verdict, more) as sentence
from told
