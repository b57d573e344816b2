-- Years that people are expected to live, from deaths and population by age band: life_expectancy(deaths, populations, start_ages).

-- Life table of Chiang 1984 for bands of several years: q = n M / (1 + n (1 - a) M) die in a band of n years, M = deaths / population, having lived a share a of it
-- (a tenth below one year of age, else a half); all die in the last. Variance: q^2 (1 - q) / deaths, and of the last, open band as Silcocks, Jenner and Reza 2001.
create or replace macro life_bands(deaths, populations, start_ages) as list_transform(
    list_sort(list_transform(list_zip(start_ages, deaths, populations), lambda band: {'age': band[1]::double, 'deaths': coalesce(band[2], 0)::double, 'people': coalesce(band[3], 0)::double}))
        .list_filter(lambda aged: aged.age is not null), lambda rated: {'age': rated.age, 'deaths': rated.deaths, 'people': rated.people, 'm': rated.deaths / nullif(rated.people, 0)});
create or replace macro life_chances(bands) as list_transform(range(1, len(bands) + 1), lambda i: list_transform([{'band': (bands)[i], 'n': (bands)[i + 1].age - (bands)[i].age, 'a': case when (bands)[i].age = 0 and (bands)[i + 1].age = 1 then 0.1 else 0.5 end}],
    lambda b: {'age': b.band.age, 'deaths': b.band.deaths, 'm': b.band.m, 'n': b.n, 'a': b.a, 'q': case when b.n is null then 1 else least(b.n * b.band.m / (1 + b.n * (1 - b.a) * b.band.m), 1) end})[1]);

-- From the oldest band down: years to live e, and their variance, with the share p that reaches the next band: e = n (p + a q) + p e', var = ((1 - a) n + e')^2 var(p) + p^2 var'.
create or replace macro life_below(older, band) as list_transform([{'b': band, 'next': (older)[1], 'all': older}], lambda s: list_prepend(
    case when s.next is null then {'age': s.b.age, 'e': 1 / nullif(s.b.m, 0), 'variance': 1 / nullif(s.b.deaths * s.b.m * s.b.m, 0)}
        else {'age': s.b.age, 'e': s.b.n * (1 - s.b.q + s.b.a * s.b.q) + (1 - s.b.q) * s.next.e,
            'variance': power((1 - s.b.a) * s.b.n + s.next.e, 2) * case when s.b.deaths > 0 then s.b.q * s.b.q * (1 - s.b.q) / s.b.deaths else 0 end + power(1 - s.b.q, 2) * s.next.variance} end, s.all))[1];

-- One struct a band, youngest first: start_age, value, lower, upper, reason. Not from fewer than 5,000 people (SMALL_N), where a band has nobody, or nobody of the last
-- died (DENOM_ZERO), or more died than lived (NUM_GT_DENOM), nor where the interval is wider than 20 years (WIDE); with fewer than three bands FEW_GROUPS.
create or replace macro life_expectancy(deaths, populations, start_ages, confidence := 0.95) as list_transform([{'z': critical_value(confidence), 'bands': life_bands(deaths, populations, start_ages)}],
    lambda given: list_transform([{'z': given.z, 'fault': case when len(given.bands) < 3 then 'FEW_GROUPS' when list_min(list_transform(given.bands, lambda c: c.people)) <= 0 then 'DENOM_ZERO'
            when list_min(list_transform(given.bands, lambda d: d.deaths)) < 0 then 'NEGATIVE' when list_max(list_transform(given.bands, lambda f: f.m)) > 1 then 'NUM_GT_DENOM'
            when list_sum(list_transform(given.bands, lambda g: g.people)) < 5000 then 'SMALL_N' when given.bands[-1].deaths = 0 then 'DENOM_ZERO' end,
        'table': list_reduce(list_reverse(life_chances(given.bands)), lambda older, band: life_below(older, band), []::struct(age double, e double, variance double)[])}],
        lambda lived: list_transform(lived.table, lambda aged: struct_insert(case when lived.fault is not null then refused(lived.fault)
            when 2 * lived.z * sqrt(aged.variance) > 20 then refused('WIDE') else around(aged.e, sqrt(aged.variance), lived.z) end, start_age := aged.age)))[1])[1];
