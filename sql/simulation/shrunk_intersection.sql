-- No intersections are simulated.
-- grain: no rows
select null::varchar as period, null::varchar as characteristic, null::varchar as code, null::varchar as label, null::varchar as people, null::int as sort, null::bigint as numerator, null::bigint as denominator,
    fine(null, null, null) as share, fine(null, null, null) as shrunk, null::varchar as reference, null::varchar as reference_people, null::bigint as reference_numerator, null::bigint as reference_denominator
where false
