-- Whether two sources say the same about the same people: kappa(tbl), over rows of one, other (and people, when rows are counted).

-- Cohen 1960: (observed - expected) / (1 - expected), expected from the margins; the error of Fleiss, Cohen and Everitt 1969.
-- Not where all say the same (expected is 1: ALL_EQUAL), nor for ordered answers, where near misses should count for something.
create or replace macro kappa(tbl, confidence := 0.95) as table
    with counted as (
        select answers.one, answers.other, sum(answers.people)::double as people
        from (select 1 as people) otherwise, lateral (select "one", other, people from query_table(tbl)) answers
        where answers.one is not null and answers.other is not null group by all
    ), cell as (
        select one, other, people / sum(people) over () as share, sum(people) over () as n,
            sum(people) over (partition by one) / sum(people) over () as of_one, sum(people) over (partition by other) / sum(people) over () as of_other
        from counted
    ), answer as (
        select answer, coalesce(max(of_one) filter (side = 1), 0) * coalesce(max(of_other) filter (side = 2), 0) as product from (
            select one as answer, 1 as side, of_one, null as of_other from cell union all select other, 2, null, of_other from cell) sides group by answer
    ), total as (
        select (select sum(product) from answer) as expected, coalesce(sum(share) filter (one = other), 0) as observed, max(n) as n from cell
    ), margin as (
        select answer, coalesce(max(of_one), 0) as of_one, coalesce(max(of_other), 0) as of_other from (
            select one as answer, of_one, null as of_other from cell union all select other, null, of_other from cell) sides group by answer
    ), errors as (
        select coalesce(sum(c.share * power((1 - t.expected) - (coalesce(o.of_other, 0) + coalesce(r.of_one, 0)) * (1 - t.observed), 2)) filter (c.one = c.other), 0)
            + power(1 - max(t.observed), 2) * coalesce(sum(c.share * power(coalesce(o.of_other, 0) + coalesce(r.of_one, 0), 2)) filter (c.one <> c.other), 0)
            - power(max(t.observed * t.expected - 2 * t.expected + t.observed), 2) as spread
        from cell c join margin o on o.answer = c.one join margin r on r.answer = c.other, total t
    )
    select n::bigint as people, observed as agreement, unnest(case when n is null then refused('DENOM_ZERO') when expected = 1 then refused('ALL_EQUAL')
        else around((observed - expected) / (1 - expected), sqrt(greatest(spread, 0) / n) / power(1 - expected, 2), critical_value(confidence)) end)
    from total, errors;
