-- mantel_haenszel(x1s, n1s, x2s, n2s) and mantel_haenszel_p: the ratio of two groups' shares, taken within each stratum of lists and put together.

-- Sum(x1 n2 / n) / sum(x2 n1 / n), Mantel and Haenszel 1959, with the variance of Greenland and Robins 1985 on the logarithm.
-- Strata without both groups say nothing and are left out. Not where the strata's ratios point in different directions: look at them first;
-- nor where all of both groups have the event, which leaves no variance: ALL_EQUAL, and no limits.
create or replace macro mantel_haenszel(x1s, n1s, x2s, n2s, confidence := 0.95) as list_transform([{'z': critical_value(confidence),
        'fault': coalesce(lists_fault(x1s, n1s), lists_fault(x2s, n2s), lists_fault(n1s, n2s)),
        'all': list_transform(list_zip(x1s, n1s, x2s, n2s), lambda five: [coalesce(five[1], 0)::double, coalesce(five[2], 0)::double, coalesce(five[3], 0)::double, coalesce(five[4], 0)::double]),
        'strata': list_transform(list_zip(x1s, n1s, x2s, n2s), lambda four: {'x1': four[1]::double, 'n1': four[2]::double, 'x2': four[3]::double, 'n2': four[4]::double})
            .list_filter(lambda met: met.n1 > 0 and met.n2 > 0)}],
    lambda given: list_transform([{'z': given.z, 'strata': len(given.strata),
            'fault': coalesce(given.fault, case when len(list_filter(given.all, lambda wrong: wrong[1] > wrong[2] or wrong[3] > wrong[4])) > 0 then 'NUM_GT_DENOM' end),
            'up': summed(list_transform(given.strata, lambda s: s.x1 * s.n2 / (s.n1 + s.n2))),
            'down': summed(list_transform(given.strata, lambda s: s.x2 * s.n1 / (s.n1 + s.n2))),
            'spread': summed(list_transform(given.strata, lambda s: s.n1 / (s.n1 + s.n2) * s.n2 / (s.n1 + s.n2) * (s.x1 + s.x2) - s.x1 * s.x2 / (s.n1 + s.n2)))}],
        lambda total: case when total.fault is not null then refused(total.fault) when total.strata = 0 then refused('DENOM_ZERO')
            when total.up = 0 or total.down = 0 then refused('RATIO_ZERO')
            when total.spread <= 0 then {'value': total.up / total.down, 'lower': null::double, 'upper': null::double, 'reason': 'ALL_EQUAL'}
            else log_interval(total.up / total.down, total.spread / total.up / total.down, total.z) end)[1])[1];

-- p of the test that the ratio is 1 within all strata (Cochran 1954, Mantel and Haenszel 1959, no correction). Null where no stratum can tell.
create or replace macro mantel_haenszel_p(x1s, n1s, x2s, n2s) as list_transform([list_transform(list_zip(x1s, n1s, x2s, n2s), lambda four: {'x1': four[1]::double, 'n1': four[2]::double, 'n': (four[2] + four[4])::double, 'x': (four[1] + four[3])::double})
        .list_filter(lambda met: met.n > 1 and met.n1 > 0 and met.n1 < met.n)],
    lambda strata: list_transform([{'more': summed(list_transform(strata, lambda s: s.x1 - s.n1 * s.x / s.n)),
            'variance': summed(list_transform(strata, lambda t: t.n1 / t.n * (t.n - t.n1) / t.n * t.x * (t.n - t.x) / (t.n - 1)))}],
        lambda test: case when test.variance > 0 then two_sided_p(test.more / sqrt(test.variance)) end)[1])[1];
