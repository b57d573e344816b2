-- A summary of inequality in words, out of its own numbers.
-- grain: one row a summary that is asked about
with told as (
    select *, summary_in_words(summary) as words, summary_unit(summary) as unit from asked_inequality
)
select format('{}, {} ({}), {}, over {:d} groups of {}: {} ', upper(measure[1]) || measure[2:], place, place_level, basis, groups, replace(characteristic, '_', ' '), words)
    || case when value is null then format('has no figure: {}.', reason) else format('is {:.2f}{}', value, unit)
        || case when lower is null or upper is null then coalesce(format(', without limits: {}.', reason), ', without limits.') else format(' (95 % CI {:.2f} to {:.2f}).', lower, upper) end end as sentence
from told
