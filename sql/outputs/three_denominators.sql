-- Uptake in England over three denominators: people in the period, episodes begun in it, and people on its last day.
select period, denominator_name, numerator as with_case, denominator as entitled, rate, lower, upper, numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from uptake_by_denominator where place_level = 'england'
order by period, denominator_name desc
