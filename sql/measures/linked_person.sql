-- Everybody entitled, at each site, and whether they were seen by any advocacy service in the same period.
-- A case of somebody who declined and had no contact is no access.
-- grain: one row a period, person and site
with covered_site as (
    select distinct site.period, site.site_code
    from site
    join submission on submission.period = site.period and submission.provider_code = site.advocacy_provider
    where submission."return" like '%advocacy-cases%' and submission.status <> 'set aside'
), seen as (
    select distinct period, person_key from advocacy_case
    where declined_date is null or accepted_date > declined_date or first_contact_date is not null
), entitled as (
    select period, person_key, site_code, max(legal_status) as legal_status
    from qualifying_patient group by period, person_key, site_code
)
select entitled.period, entitled.person_key, entitled.site_code, entitled.legal_status,
    seen.person_key is not null as accessed,
    covered_site.site_code is not null as covered,
    site.site_type, site.hospital_provider, site.commissioner
from entitled
left join seen on seen.period = entitled.period and seen.person_key = entitled.person_key
left join covered_site on covered_site.period = entitled.period and covered_site.site_code = entitled.site_code
left join site on site.period = entitled.period and site.site_code = entitled.site_code
