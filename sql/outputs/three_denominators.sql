-- Uptake in England over three denominators: people in the period, episodes begun in it, and people on its last day.
select period, denominator_name, numerator as seen, denominator as entitled, rate, lower, upper, numerator_mark as seen_mark, denominator_mark as entitled_mark, hidden
from uptake_by_denominator where place_level = 'england'
order by period, denominator_name desc
