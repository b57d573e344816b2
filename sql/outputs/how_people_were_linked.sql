-- Methods: how people were found in both returns, how many links are likely to be false, and what a test on invented people measured.
select period, tier, rule, enabled, links, checked, contradicted, false_share, false_share_upper, measured_precision,
    links_mark, checked_mark, contradicted_mark, hidden
from link_quality
order by period, tier
