-- The shape every statistic answers in: fine(value, lower, upper), refused(reason), share_fault(x, n), count_fault(x), time_fault(n), lists_fault(one, other), around(value, error, z), log_interval(ratio, variance, z), summed(numbers), pairs_of(names).
-- Files are read in the order of their names; each uses the earlier ones.

-- A figure that holds, and one that is refused: value, lower, upper and the reason (null when it holds).
create or replace macro fine(value, lower, upper) as
    {'value': (value)::double, 'lower': (lower)::double, 'upper': (upper)::double, 'reason': null::varchar};
create or replace macro refused(reason) as
    {'value': null::double, 'lower': null::double, 'upper': null::double, 'reason': (reason)::varchar};

-- Why x of n is no share, or null.
create or replace macro share_fault(x, n) as case
    when x is null or n is null then 'NO_NUMERATOR' when not isfinite((x)::double) or not isfinite((n)::double) then 'NOT_FINITE'
    when n <= 0 then 'DENOM_ZERO' when x < 0 then 'NEGATIVE' when x > n then 'NUM_GT_DENOM' end;

-- Why x is no count and n no number of people or time, or null; and the same of lists that belong together, where a missing number is none.
create or replace macro time_fault(n) as case
    when n is null then 'NO_NUMERATOR' when not isfinite((n)::double) then 'NOT_FINITE' when n <= 0 then 'DENOM_ZERO' end;
create or replace macro count_fault(x) as case
    when x is null then 'NO_NUMERATOR' when not isfinite((x)::double) then 'NOT_FINITE' when x < 0 then 'NEGATIVE' end;
create or replace macro lists_fault(one, other) as case
    when coalesce(len(one), 0) <> coalesce(len(other), 0) then 'LENGTHS_DIFFER'
    else list_first(list_filter(list_transform(list_concat(one, other), lambda number: count_fault(coalesce(number, 0)::double)), lambda fault: fault is not null)) end;

-- Limits z errors to either side, and those of a ratio on the logarithm's scale.
create or replace macro around(value, error, z) as fine(value, value - z * error, value + z * error);
create or replace macro log_interval(ratio, variance, z) as fine(ratio, ratio * exp(-z * sqrt(variance)), ratio * exp(z * sqrt(variance)));

-- Sums over lists, a missing event counting as none.
create or replace macro summed(numbers) as coalesce(list_sum(list_transform(numbers, lambda number: coalesce(number, 0)::double)), 0);

-- Every two of a list of names, as a finding writes them: 'age and gender'.
create or replace macro pairs_of(names) as flatten(list_transform(names, lambda one: list_transform(list_filter(names, lambda later: later > one), lambda other: one || ' and ' || other)));
