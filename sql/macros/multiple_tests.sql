-- Many tests at once: benjamini_hochberg(tbl), over a table or query with a column p, returns it with q, holm and by; missing p are not counted.

-- q: Benjamini and Hochberg 1995, min over j >= i of m p(j) / j: among those called gaps at q < 0.05, at most 5 % are none, on average.
-- q_dependent: Benjamini and Yekutieli 2001, which holds under any dependence. holm: Holm 1979, for a few planned tests.
-- The family is the whole table: say it beside the q values. In a window over many families write the same with partition by.
create or replace macro benjamini_hochberg(tbl) as table
    with numbered as (
        select *, row_number() over () as test_number from query_table(tbl)
    ), ranked as (
        select test_number, p::double as p_value, row_number() over (order by p) as place, count(*) over () as tests,
            list_sum(list_transform(range(1, count(*) over () + 1), lambda rank: 1 / rank::double)) as harmonic
        from numbered where p is not null
    ), corrected as (
        select test_number,
            least(1, min(p_value * tests / place) over later) as q,
            least(1, min(p_value * tests * harmonic / place) over later) as q_dependent,
            least(1, max(p_value * (tests - place + 1)) over (order by place)) as holm
        from ranked window later as (order by place desc)
    )
    select numbered.* exclude (test_number), corrected.q, corrected.q_dependent, corrected.holm
    from numbered left join corrected using (test_number) order by numbered.test_number;
