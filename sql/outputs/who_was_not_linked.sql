-- Whose records could not be linked, by provider.
select period, provider_code, source, records, with_number, by_tier_2, not_linked, found_on_other_side,
    records_mark, with_number_mark, by_tier_2_mark, not_linked_mark, found_on_other_side_mark, hidden
from link_coverage
order by period, source, provider_code
