-- Each wait in words, out of its own numbers.
-- grain: one row a wait that is asked about
select case when place_level = 'england' then 'In England' else format('At {} ({})', place, place_level) end
    || format(' {:d} {} ', people, case wait when 'referred to met' then 'cases waited from the referral to the first meeting'
        when 'entitled to met' then 'people waited from the first day entitled to the first meeting with an advocate' else 'people waited from the first day entitled to the referral' end)
    || format('and {:d} of them still did at the end. ', still_waiting)
    || case when within_7_days is null then '' else format('Within 7 days the wait was over for {:.0f} % (95 % CI {:.0f} to {:.0f}); ', 100 * within_7_days, 100 * within_7_lower, 100 * within_7_upper) end
    || case when lower_quartile is null then 'fewer than a quarter ever saw it end.' else format('a quarter saw it end by day {:d}, ', lower_quartile)
        || case when median is null then 'fewer than half ever did.' else format('half by day {:d}.', median) end end as sentence
from asked_days_to_contact
