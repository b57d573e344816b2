-- What those who did not submit could do to uptake in England: between nobody and everybody at their sites having a case (bounds without assumptions).
-- entitled_silent: people at sites of the silent, as far as anybody told of them; of hospitals as many as in the last period that they told of.
-- sites_told of sites_silent have a count that is shown; providers_unknown: silent providers of whom no number of people is known, which no bound can cover.
-- grain: one row a period with somebody silent
with silent as (
    select period, count(distinct provider_code) as providers_silent, sum(sites) as sites_silent, sum(sites_told) as sites_told, coalesce(sum(entitled), 0)::bigint as entitled_silent,
        count(distinct provider_code) filter (entitled is null) as providers_unknown
    from who_did_not_submit group by period
), england as (
    select period, numerator as with_case, denominator as entitled, rate from finding
    where measure = 'uptake' and basis = 'linked' and place_level = 'england' and characteristic = 'total' and numerator is not null and denominator > 0
)
select e.period, e.with_case, e.entitled, e.rate, s.providers_silent, s.sites_silent, s.sites_told, s.entitled_silent, s.providers_unknown,
    round(e.with_case / (e.entitled + s.entitled_silent), 2) as rate_lowest, round((e.with_case + s.entitled_silent) / (e.entitled + s.entitled_silent), 2) as rate_highest
from england e join silent s on s.period = e.period order by e.period
