-- People who are detained at two sites on the same day: a transfer without an end, or two people under one number.
-- severity: warning
with detention as (
    select distinct p.period, p.person_key, p.site_code, p.start_date, coalesce(p.end_date, date '9999-12-31') as end_date
    from patient p
    join episode e on e.period = p.period and e.person_key = p.person_key and e.kind = 'detained' and list_contains(e.legal_statuses, p.legal_status)
        and p.start_date between e.start_date and coalesce(e.end_date, date '9999-12-31')
), overlap as (
    -- the day of a transfer belongs to both
    select one.period, least(one.site_code, other.site_code) as place, greatest(one.site_code, other.site_code) as other_place, one.person_key
    from detention one
    join detention other on other.period = one.period and other.person_key = one.person_key and other.site_code > one.site_code
        and one.start_date < other.end_date and other.start_date < one.end_date
)
select period, place, count(distinct person_key) || ' people are detained here and at ' || other_place || ' on the same days.' as message,
    'Ask both sites when the person left; send the end date of the stay that ended.' as fix
from overlap group by period, place, other_place
