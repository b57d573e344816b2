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

-- The difference of two shares out of their Wilson limits: method 10 of Newcombe 1998. Not for paired people.
create or replace macro newcombe(x1, n1, x2, n2, confidence := 0.95) as list_transform(
    [{'one': wilson(x1, n1, confidence), 'two': wilson(x2, n2, confidence)}], lambda pair: case
        when pair.one.reason is not null then refused(pair.one.reason)
        when pair.two.reason is not null then refused(pair.two.reason)
        else fine(pair.one.value - pair.two.value,
            pair.one.value - pair.two.value - sqrt(power(pair.one.value - pair.one.lower, 2) + power(pair.two.upper - pair.two.value, 2)),
            pair.one.value - pair.two.value + sqrt(power(pair.one.upper - pair.one.value, 2) + power(pair.two.value - pair.two.lower, 2))) end)[1];

-- p of the score test that two shares are equal (pooled variance, no correction). Null where nobody or everybody of both has the event.
create or replace macro compared_p(x1, n1, x2, n2) as list_transform(
    [{'x1': (x1)::double, 'n1': (n1)::double, 'x2': (x2)::double, 'n2': (n2)::double, 'pooled': ((x1) + (x2))::double / nullif((n1) + (n2), 0)}],
    lambda pair: case when coalesce(share_fault(pair.x1, pair.n1), share_fault(pair.x2, pair.n2)) is null and pair.pooled > 0 and pair.pooled < 1
        then two_sided_p((pair.x1 / pair.n1 - pair.x2 / pair.n2) / sqrt(pair.pooled * (1 - pair.pooled) * (1 / pair.n1 + 1 / pair.n2))) end)[1];

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
