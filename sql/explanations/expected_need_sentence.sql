-- What a site would need in words, out of its own numbers.
-- grain: one row a site that is asked about
select format('At {} {:d} of {:d} people entitled had an advocacy case ({:.0f} %). ', coalesce(name, site_code), numerator, denominator, 100 * rate)
    || case when reason is not null then format('It is the only site of its type ({}), so there is no best quartile to compare it with.', site_type)
        when more_to_be_seen = 0 then format('It is at the best quartile of its type ({}, {:d} sites, {:.0f} %) or above: to stay there takes {:.1f} advocates and {:.0f} hours a week.',
            site_type, sites_of_type, 100 * best_quartile, advocates_needed, hours_needed)
        else format('To reach {} {:d} more would have to, which takes {:.1f} advocates and {:.0f} hours a week in all.',
            case when to_be_seen = ceil(round(best_quartile * denominator, 9)) then format('the best quartile of its type ({}, {:d} sites, {:.0f} %)', site_type, sites_of_type, 100 * best_quartile)
                else format('the uptake stated for it ({:.0f} %)', 100 * to_be_seen / denominator) end, more_to_be_seen, advocates_needed, hours_needed) end as sentence
from asked_expected_need
