-- The widest difference between two groups of a characteristic at a place, among groups of 20 people and more.
-- grain: one row a period, place and characteristic
select measure, period, place_level, place, characteristic, 'widest difference' as summary, max(rate) - min(rate) as value
from finding
where basis = 'linked' and status = 'known' and denominator >= 20 and characteristic <> 'total' and rate is not null
group by measure, period, place_level, place, characteristic
having count(*) > 1
