-- What automatic referral goes with, in words.
-- grain: one row a period that is asked about
select format('At the {:d} sites where at least {:.0f} % of the cases came by automatic referral {:d} of {:d} people entitled had an advocacy case; at the {:d} others {:d} of {:d}. ',
        automatic_sites, 100 * (select automatic_share from setting), numerator, denominator, other_sites, other_numerator, other_denominator)
    || case when difference is null then 'There is nothing to compare.' else format('That is {:.0f} in a hundred {} (95 % CI {:.0f} to {:.0f}). Sites differ in more than this: the difference is not the effect.',
        abs(100 * difference), case when difference < 0 then 'fewer' else 'more' end, 100 * difference_lower, 100 * difference_upper) end as sentence
from asked_automatic_referral
