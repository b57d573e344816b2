-- What those of whom we do not know could do: missing_bounds(a, n, m, e), share_bounds(n, m, total), ratio_bounds(x1, n1, x2, n2, m, e).

-- The share a of n with its bounds when, of m more people whose group is unknown and of whom e have the event, any number may belong here:
-- a / (n + m - e) to (a + e) / (n + e), Manski 1989. These are limits of ignorance, not of chance: no confidence belongs to them.
create or replace macro missing_bounds(a, n, m, e) as list_transform([{'a': (a)::double, 'n': (n)::double, 'm': (m)::double, 'e': (e)::double}], lambda known: case
    when share_fault(known.a, known.n) is not null then refused(share_fault(known.a, known.n))
    when coalesce(count_fault(known.m), count_fault(known.e)) is not null then refused(coalesce(count_fault(known.m), count_fault(known.e))) when known.e > known.m then refused('NUM_GT_DENOM')
    else fine(known.a / known.n, known.a / (known.n + known.m - known.e), (known.a + known.e) / (known.n + known.e)) end)[1];

-- The share that a group of n is of everybody, when m of the total are of unknown group.
create or replace macro share_bounds(n, m, total) as case when coalesce(count_fault(n), count_fault(m), count_fault(total)) is not null then refused(coalesce(count_fault(n), count_fault(m), count_fault(total)))
    when (n) + (m) > (total) then refused('NUM_GT_DENOM') when (total) > 0 then fine(n / (total)::double, n / (total)::double, ((n) + (m)) / (total)::double) else refused('DENOM_ZERO') end;

-- The ratio of two groups' shares when the same m unknown people (e with the event) belong to either of the two, or to neither: each joins the group
-- that moves the ratio furthest, one person never both. Nobody of group 2 with the event: RATIO_ZERO, and the low end alone. Low: those without the event to group 1, those with it to group 2; high: the other way round.
create or replace macro ratio_bounds(x1, n1, x2, n2, m, e) as list_transform(
    [{'x1': (x1)::double, 'n1': (n1)::double, 'x2': (x2)::double, 'n2': (n2)::double, 'with': (e)::double, 'without': ((m) - (e))::double}], lambda two: case
        when coalesce(share_fault(two.x1, two.n1), share_fault(two.x2, two.n2)) is not null then refused(coalesce(share_fault(two.x1, two.n1), share_fault(two.x2, two.n2)))
        when coalesce(count_fault(two.with), count_fault(two.without)) is not null then refused(coalesce(count_fault(two.with), count_fault(two.without)))
        when two.x2 + two.with = 0 then refused('RATIO_ZERO')
        else {'value': two.x1 / two.n1 / nullif(two.x2 / two.n2, 0),
            'lower': two.x1 / (two.n1 + two.without) / ((two.x2 + two.with) / (two.n2 + two.with)),
            'upper': (two.x1 + two.with) / (two.n1 + two.with) / nullif(two.x2 / (two.n2 + two.without), 0),
            'reason': case when two.x2 = 0 then 'RATIO_ZERO' end} end)[1];
