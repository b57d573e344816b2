-- What each site would need to reach the best quartile of the sites of its type.
select period, name as site, site_type, sites_of_type, rate, best_quartile, uptake_to_reach, to_be_seen, more_to_be_seen, advocates_needed, hours_needed, reason, hidden
from expected_need order by period, site_type, name
