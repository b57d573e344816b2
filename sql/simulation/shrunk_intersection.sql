-- No intersections are simulated.
-- grain: no rows
select null::varchar as period, null::varchar as measure, null::varchar as basis, null::varchar as place_level, null::varchar as place, null::varchar as characteristic, null::varchar as code, fine(null, null, null) as shrunk where false
