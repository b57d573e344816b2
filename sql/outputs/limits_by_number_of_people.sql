-- Between which shares chance alone puts a place of so many people, at the average of its level (Spiegelhalter 2005): the curves of a funnel.
with level_of as (
    select period, basis, place_level, round(any_value(average), 2) as average, max(denominator) as largest
    from funnel where measure = 'uptake' group by all having max(denominator) > 0 and count(*) > 2
), step as (
    select *, unnest([20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000, 10000]) as entitled from level_of
)
select period, basis, place_level, entitled, average,
    round(funnel_proportion(average, entitled).lower, 3) as lower_95, round(funnel_proportion(average, entitled).upper, 3) as upper_95,
    round(funnel_proportion(average, entitled, 0.998).lower, 3) as lower_998, round(funnel_proportion(average, entitled, 0.998).upper, 3) as upper_998
from step where entitled < 2 * largest order by period, basis, place_level, entitled
