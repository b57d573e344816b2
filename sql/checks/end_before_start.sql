-- Stays and cases that end before they start, by whatever layout they came.
-- severity: warning
with backward as (
    select period, site_code, 'stays' as what from patient where end_date < start_date
    union all
    select period, site_code, 'cases' from advocacy_case where closed_date < referral_date
    union all
    select period, site_code, 'contacts' from advocacy_case where closed_date < first_contact_date
)
select period, site_code as place, count(*) || ' ' || what || ' end before they start.' as message, 'Mend one of the two dates.' as fix
from backward group by period, site_code, what
