-- Shares of people: wilson(x, n), newcombe(x1, n1, x2, n2), compared_p(x1, n1, x2, n2).

-- Limits of Wilson 1927, written without subtraction so that nothing is lost at either end: the upper limit is one less the lower of the rest.
create or replace macro wilson_lower(x, n, z) as 2 * x * x / n / (2 * x + z * z + z * sqrt(z * z + 4 * x * ((n - x) / n)));
create or replace macro wilson_upper(x, n, z) as case when x = n then 1 else
    (2 * x + z * z + z * sqrt(z * z + 4 * x * ((n - x) / n))) / (2 * (n + z * z)) end;

-- The share x of n: (2x + z^2 -/+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)), Wilson 1927 as Newcombe 1998 gives it.
-- Not for rates that may pass 1 (byar), nor where one person is counted more than once in n.
create or replace macro wilson(x, n, confidence := 0.95) as list_transform(
    [{'x': (x)::double, 'n': (n)::double, 'z': critical_value(confidence)}], lambda share: case
        when share_fault(share.x, share.n) is not null then refused(share_fault(share.x, share.n))
        else fine(share.x / share.n, wilson_lower(share.x, share.n, share.z), wilson_upper(share.x, share.n, share.z)) end)[1];

-- How far the share x of n lies above its lower limit, without subtracting the one from the other; above it, its upper limit lies as far as n - x of n above its lower.
create or replace macro wilson_reach(x, n, z) as case when 2 * x <= n
    then 2 * z * (x / n) * ((n - x) / n) / (sqrt(z * z + 4 * x * ((n - x) / n)) + z * ((n - 2 * x) / n))
    else z * (sqrt(z * z + 4 * x * ((n - x) / n)) + z * ((2 * x - n) / n)) / (2 * (n + z * z)) end;

-- One share less the other, in whole numbers where they are whole, so that nearly equal shares of very many people keep their digits.
create or replace macro share_difference(x1, n1, x2, n2) as case
    when greatest(n1, n2) < 1e18 and x1 = trunc(x1) and n1 = trunc(n1) and x2 = trunc(x2) and n2 = trunc(n2)
        then (x1::hugeint * n2::hugeint - x2::hugeint * n1::hugeint)::double / n1 / n2
    else x1 / n1 - x2 / n2 end;

-- The difference of two shares out of their Wilson limits: D - sqrt((p1 - l1)^2 + (u2 - p2)^2), D + sqrt((u1 - p1)^2 + (p2 - l2)^2), method 10 of Newcombe 1998.
-- Not for paired people.
create or replace macro newcombe(x1, n1, x2, n2, confidence := 0.95) as list_transform(
    [{'x1': (x1)::double, 'n1': (n1)::double, 'x2': (x2)::double, 'n2': (n2)::double, 'z': critical_value(confidence)}], lambda pair: case
        when share_fault(pair.x1, pair.n1) is not null then refused(share_fault(pair.x1, pair.n1))
        when share_fault(pair.x2, pair.n2) is not null then refused(share_fault(pair.x2, pair.n2))
        else fine(share_difference(pair.x1, pair.n1, pair.x2, pair.n2),
            share_difference(pair.x1, pair.n1, pair.x2, pair.n2) - sqrt(power(wilson_reach(pair.x1, pair.n1, pair.z), 2) + power(wilson_reach(pair.n2 - pair.x2, pair.n2, pair.z), 2)),
            share_difference(pair.x1, pair.n1, pair.x2, pair.n2) + sqrt(power(wilson_reach(pair.n1 - pair.x1, pair.n1, pair.z), 2) + power(wilson_reach(pair.x2, pair.n2, pair.z), 2))) end)[1];

-- p of the score test that two shares are equal (pooled variance, no correction). Null where nobody or everybody of both has the event.
create or replace macro compared_p(x1, n1, x2, n2) as list_transform(
    [{'x1': (x1)::double, 'n1': (n1)::double, 'x2': (x2)::double, 'n2': (n2)::double, 'x': ((x1) + (x2))::double, 'n': ((n1) + (n2))::double}],
    lambda pair: case when coalesce(share_fault(pair.x1, pair.n1), share_fault(pair.x2, pair.n2)) is null and pair.x > 0 and pair.x < pair.n
        then two_sided_p(share_difference(pair.x1, pair.n1, pair.x2, pair.n2) / sqrt(pair.x / pair.n * ((pair.n - pair.x) / pair.n) * (1 / pair.n1 + 1 / pair.n2))) end)[1];

-- A number as it is spoken of: two digits and noughts.
create or replace macro about(number) as case when number < 100 then (number)::bigint else round(number, 1 - floor(log10(number))::int)::bigint end;

-- One half of the test that a difference of shares lies within -/+ margin (Schuirmann 1987): both limits of the 1 - 2 alpha interval must.
create or replace macro within_margin(x1, n1, x2, n2, margin, confidence := 0.95) as list_transform(
    [newcombe(x1, n1, x2, n2, 2 * (confidence)::double - 1)], lambda interval: interval.lower >= -(margin) and interval.upper <= (margin))[1];

-- How many people of group 1 would show a difference as large as that seen with a power, group 2 staying as it is (Fleiss 1981 without correction).
-- Null where no number of group 1 would do, because group 2 is itself too small.
create or replace macro people_needed(p1, p2, n2, power := 0.8, confidence := 0.95) as list_transform(
    [{'p1': (p1)::double, 'p2': (p2)::double, 'n2': (n2)::double, 'reach': critical_value(confidence) + normal_quantile(power)}],
    lambda wanted: case when power((wanted.p1 - wanted.p2) / wanted.reach, 2) > wanted.p2 * (1 - wanted.p2) / wanted.n2
        then ceil(greatest(wanted.p1 * (1 - wanted.p1), 1 / wanted.n2)
            / (power((wanted.p1 - wanted.p2) / wanted.reach, 2) - wanted.p2 * (1 - wanted.p2) / wanted.n2)) end)[1];

-- How many people of both groups together would show it when both grow alike, n2 / n1 staying as it is (Fleiss 1981 without correction). Null for no difference.
create or replace macro people_needed_of_both(p1, p2, n1, n2, power := 0.8, confidence := 0.95) as list_transform(
    [{'p1': (p1)::double, 'p2': (p2)::double, 'k': (n2)::double / nullif(n1, 0), 'reach': critical_value(confidence) + normal_quantile(power)}], lambda wanted: list_transform(
        [power(wanted.reach / nullif(wanted.p1 - wanted.p2, 0), 2) * (wanted.p1 * (1 - wanted.p1) + wanted.p2 * (1 - wanted.p2) / wanted.k)], lambda of_one: ceil(of_one) + ceil(of_one * wanted.k))[1])[1];
