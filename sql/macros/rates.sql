-- Rates and averages: byar(x, n, multiplier), dsr(xs, ns, ws, multiplier), dsr_repeat(people, ns, ws, multiplier), isr(xs, ns, ref_xs, ref_ns), mean_interval(n, mean, deviation).

-- Limits of a count of independent events: exact Poisson below 10 (Garwood 1936), from 10 on the approximation of Byar (Breslow and Day 1987).
create or replace macro byar_lower(x, z) as x * power(1 - 1 / (9 * x) - z / (3 * sqrt(x)), 3);
create or replace macro byar_upper(x, z) as (x + 1) * power(1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)), 3);
create or replace macro count_limits(x, confidence := 0.95) as case
    when x < 10 then {'lower': poisson_lower(x, confidence), 'upper': poisson_upper(x, confidence)}
    else {'lower': byar_lower((x)::double, critical_value(confidence)), 'upper': byar_upper((x)::double, critical_value(confidence))} end;

-- Events x for each n, times the multiplier. Not for shares (wilson), nor where the same person has many events (dsr_repeat).
create or replace macro byar(x, n, multiplier := 1, confidence := 0.95) as list_transform(
    [{'x': (x)::double, 'n': (n)::double, 'times': (multiplier)::double, 'limits': count_limits(greatest((x)::double, 0), confidence)}], lambda counted: case
        when coalesce(time_fault(counted.n), count_fault(counted.x)) is not null then refused(coalesce(time_fault(counted.n), count_fault(counted.x)))
        else fine(counted.x / counted.n * counted.times, counted.limits.lower / counted.n * counted.times, counted.limits.upper / counted.n * counted.times) end)[1];

-- The limits of Dobson 1991 around a weighted rate: rate -/+ sqrt(V / X) (limits of X - X).
create or replace macro dobson(rate, variance, x, times, confidence) as list_transform(
    [{'rate': rate, 'scale': sqrt(variance / x), 'x': x, 'times': times, 'limits': count_limits(x, confidence)}], lambda standard: fine(
        standard.rate * standard.times, (standard.rate + standard.scale * (standard.limits.lower - standard.x)) * standard.times,
        (standard.rate + standard.scale * (standard.limits.upper - standard.x)) * standard.times))[1];

-- Directly standardised rate over the age bands of lists of events, people and standard population: sum(w x / n) / sum(w), V = sum(w^2 x / n^2) / sum(w)^2.
-- Not with fewer than 10 events in all (DSR_LT10), nor where a band has nobody (DENOM_ZERO).
create or replace macro dsr(xs, ns, ws, multiplier := 100000, confidence := 0.95) as list_transform([{
        'x': summed(xs), 'fault': coalesce(lists_fault(xs, ns), lists_fault(ws, ns), case when list_min(list_transform(ns, lambda people: coalesce(people, 0))) <= 0 then 'DENOM_ZERO' end), 'times': (multiplier)::double, 'w': summed(ws),
        'rate': summed(list_transform(list_zip(xs, ns, ws), lambda band: band[3]::double * coalesce(band[1], 0) / nullif(band[2], 0))),
        'variance': summed(list_transform(list_zip(xs, ns, ws), lambda band: power(band[3]::double / nullif(band[2], 0), 2) * coalesce(band[1], 0)))}],
    lambda bands: case when bands.fault is not null then refused(bands.fault)
        when bands.w <= 0 then refused('DENOM_ZERO') when bands.x < 10 then refused('DSR_LT10')
        else dobson(bands.rate / bands.w, bands.variance / bands.w / bands.w, bands.x, bands.times, confidence) end)[1];

-- The same for people with several events each: people[band][f] is how many had f events; V = sum over f of f^2 sum(w^2 people / n^2) / sum(w)^2.
create or replace macro events_of(people, exponent) as summed(list_transform(list_zip(people, range(1, len(people) + 1)), lambda repeated: coalesce(repeated[1], 0)::double * power(repeated[2]::double, exponent)));
create or replace macro dsr_repeat(people, ns, ws, multiplier := 100000, confidence := 0.95) as list_transform([{
        'x': summed(list_transform(people, lambda of_band: events_of(of_band, 1))), 'times': (multiplier)::double, 'w': summed(ws),
        'fault': coalesce(lists_fault(list_transform(people, lambda of_ages: coalesce(list_min(of_ages), 0)), ns), lists_fault(ws, ns), case when list_min(list_transform(ns, lambda size: coalesce(size, 0))) <= 0 then 'DENOM_ZERO' end),
        'rate': summed(list_transform(list_zip(people, ns, ws), lambda band: band[3]::double * events_of(band[1], 1) / nullif(band[2], 0))),
        'variance': summed(list_transform(list_zip(people, ns, ws), lambda band: power(band[3]::double / nullif(band[2], 0), 2) * events_of(band[1], 2)))}],
    lambda bands: case when bands.fault is not null then refused(bands.fault)
        when bands.w <= 0 then refused('DENOM_ZERO') when bands.x < 10 then refused('DSR_LT10')
        else dobson(bands.rate / bands.w, bands.variance / bands.w / bands.w, bands.x, bands.times, confidence) end)[1];

-- Indirectly standardised ratio: events over those expected at the reference's rates, E = sum(n ref_x / ref_n). Times the reference's crude rate it is a rate.
-- Not to compare two areas with each other: each has its own weights; nor where the reference has nobody of a band that has people here (DENOM_ZERO).
create or replace macro isr(xs, ns, ref_xs, ref_ns, confidence := 0.95) as list_transform([{'x': summed(xs),
        'fault': coalesce(lists_fault(ns, ref_ns), lists_fault(ref_xs, ref_ns), lists_fault(xs, xs),
            case when len(list_filter(list_zip(ns, ref_ns), lambda without: without[1] > 0 and coalesce(without[2], 0) <= 0)) > 0 then 'DENOM_ZERO' end),
        'expected': summed(list_transform(list_zip(ns, ref_xs, ref_ns), lambda band: coalesce(band[1], 0)::double * coalesce(band[2], 0) / nullif(band[3], 0)))}],
    lambda bands: case when bands.fault is not null then refused(bands.fault) else byar(bands.x, bands.expected, 1, confidence) end)[1];

-- The mean of n measurements with their standard deviation, by Student's distribution. Not for very skewed ones such as waiting times (quantile_interval).
create or replace macro mean_interval(n, mean, deviation, confidence := 0.95) as list_transform(
    [{'n': (n)::double, 'mean': (mean)::double, 'deviation': (deviation)::double, 'reach': student_quantile(1 - (1 - (confidence)::double) / 2, (n) - 1) * (deviation) / sqrt((n)::double)}],
    lambda sample: case when coalesce(count_fault(sample.n), count_fault(abs(sample.mean)), count_fault(sample.deviation)) is not null
            then refused(coalesce(count_fault(sample.n), count_fault(abs(sample.mean)), count_fault(sample.deviation))) when sample.n < 2 then refused('DENOM_ZERO')
        else fine(sample.mean, sample.mean - sample.reach, sample.mean + sample.reach) end)[1];
