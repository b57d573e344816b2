-- How often a planted gap is found, by its size and the number of people who have it.
-- grain: one row a planted ratio; a column a number of people
select planted as ratio, avg((verdict = 'gap')::int) filter (planted_size = 50) as among_50, avg((verdict = 'gap')::int) filter (planted_size = 100) as among_100,
    avg((verdict = 'gap')::int) filter (planted_size = 200) as among_200, avg((verdict = 'gap')::int) filter (planted_size = 400) as among_400, avg((verdict = 'gap')::int) filter (planted_size = 800) as among_800
from judged_truth where has_gap group by planted
