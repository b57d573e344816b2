-- How complete the answers are, in words.
-- grain: one row a provider or England, source and characteristic that is asked about
select format('{}, {}, {}: of {:d} records {:d} have an answer ({:.0f} %)', place, case source when 'patient' then 'hospital records' else 'advocacy records' end, replace(characteristic, '_', ' '), records, known, 100 * share_known)
    || case when records = known then '.' else ': ' || array_to_string(list_filter([case when declined > 0 then format('{:d} declined', declined) end, case when unsure > 0 then format('{:d} unsure', unsure) end,
        case when not_recorded > 0 then format('{:d} not recorded', not_recorded) end, case when not_collected > 0 then format('{:d} not asked for by the form', not_collected) end,
        case when unmapped > 0 then format('{:d} not understood', unmapped) end], lambda told: told is not null), ', ') || '.' end as sentence
from asked_completeness
