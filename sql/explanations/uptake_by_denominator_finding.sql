-- The findings that uptake over three denominators is made of.
-- asked_uptake_by_denominator holds the denominators and places that are asked about.
-- grain: one row a finding
select distinct f.finding_id, a.denominator_name as side
from asked_uptake_by_denominator a join finding f on f.period = a.period and f.place_level = a.place_level and f.place = a.place and f.characteristic = 'total'
where f.basis = case a.denominator_name when 'people in the period' then 'linked' when 'people on the last day' then 'stock' else 'flow' end
    and starts_with(f.measure, 'uptake')
