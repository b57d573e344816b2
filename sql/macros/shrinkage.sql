-- Small groups drawn towards what is known of groups like them: beta_prior(xs, ns), shrunk(x, n, prior_mean, prior_strength).

-- The beta distribution that the shares of many groups came from, by moments (Kleinman 1973): its mean, and its strength in people. The strength is
-- infinite (null) where the groups differ no more than chance lets them. Not from fewer than three groups.
create or replace macro beta_prior(xs, ns) as list_transform([{'pairs': list_zip(xs, ns).list_filter(lambda group_: group_[1] is not null and group_[2] > 0)}],
    lambda usable: list_transform([{'pairs': usable.pairs, 'k': len(usable.pairs), 'n': summed(list_transform(usable.pairs, lambda a: a[2])), 'p': summed(list_transform(usable.pairs, lambda b: b[1])) / nullif(summed(list_transform(usable.pairs, lambda c: c[2])), 0)}],
        lambda pooled: list_transform([{'p': pooled.p, 'k': pooled.k, 'n': pooled.n,
                's': summed(list_transform(pooled.pairs, lambda d: d[2] * power(d[1]::double / d[2] - pooled.p, 2))),
                'c': pooled.n - summed(list_transform(pooled.pairs, lambda f: f[2]::double * f[2])) / nullif(pooled.n, 0)}],
            lambda moments: list_transform([{'p': moments.p, 'rho': (moments.s - (moments.k - 1) * moments.p * (1 - moments.p)) / nullif(moments.p * (1 - moments.p) * (moments.c - (moments.k - 1)), 0), 'k': moments.k}],
                lambda found: {'mean': case when found.k >= 3 then found.p end, 'strength': case when found.k >= 3 and found.rho > 0 then greatest((1 - found.rho) / found.rho, 0) end})[1])[1])[1])[1];

-- A share with a prior's people added: (x + mean * strength) / (n + strength), with Wilson's limits of these; a null strength gives the mean itself.
-- It says what a group like this one is likely to have; what it had is the raw share, and both are shown.
create or replace macro shrunk(x, n, prior_mean, prior_strength, confidence := 0.95) as case
    when share_fault(x, n) is not null then refused(share_fault(x, n)) when share_fault(prior_mean, 1) <> 'NO_NUMERATOR' then refused(share_fault(prior_mean, 1))
    when count_fault(prior_strength) <> 'NO_NUMERATOR' then refused(count_fault(prior_strength)) when prior_mean is null then refused('FEW_GROUPS')
    when prior_strength is null then fine(prior_mean, null, null)
    else wilson((x) + (prior_mean) * (prior_strength), (n) + (prior_strength), confidence) end;
