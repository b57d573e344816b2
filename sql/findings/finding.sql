-- Every measure at every place for every group and every pair of groups: with its uncertainty, what the unknowns could do, a verdict and a sentence.
-- p is the test within strata (Cochran, Mantel and Haenszel) where there are strata, else the score test of two shares; q is Benjamini-Hochberg over the family.
-- grain: one row a period, measure, place, characteristic, code and basis
select md5(concat_ws('|', v.measure, v.period, v.place_level, v.place, v.characteristic, v.code, v.basis)) as finding_id,
    v.measure, v.period, v.place_level, v.place, coalesce(site.name, provider.name, kind.label, v.place) as place_name,
    v.characteristic, v.code, case when v.characteristic = 'total' then 'Everybody' else v.label end as label, v.sort, v.status, v.basis,
    v.numerator, v.denominator, v.share.value as rate, v.share.lower as lower, v.share.upper as upper, v.bounds.lower as rate_bound_low, v.bounds.upper as rate_bound_high,
    v.shrunk.value as shrunk_rate, v.shrunk.lower as shrunk_lower, v.shrunk.upper as shrunk_upper,
    v.reference, v.reference_numerator, v.reference_denominator,
    v.difference.value as difference, v.difference.lower as difference_lower, v.difference.upper as difference_upper,
    v.ratio.value as ratio, v.ratio.lower as ratio_lower, v.ratio.upper as ratio_upper,
    v.others_numerator, v.others_denominator, v.others_difference.value as others_difference, v.others_difference.lower as others_difference_lower,
    v.others_difference.upper as others_difference_upper, v.others_ratio.value as others_ratio, v.others_ratio.lower as others_ratio_lower, v.others_ratio.upper as others_ratio_upper,
    v.adjusted_ratio, v.adjusted_lower, v.adjusted_upper, v.p, v.q, v.family, v.tests, v.ratio_bound.lower as bound_low, v.ratio_bound.upper as bound_high,
    v.unknown_could_reverse, v.verdict, v.verdict_reason, v.more as more_people_needed,
    -- why a gap is not told stands in verdict_reason, which is hidden with the counts; this one is published beside hidden counts
    if(v.reference is null, v.reason, null) as reason, s.sentence,
    v.others_adjusted.value as others_adjusted_ratio, v.others_adjusted.lower as others_adjusted_lower, v.others_adjusted.upper as others_adjusted_upper,
    v.known_numerator, v.known_denominator,
    case when v.known_denominator is not null then v.unknown_numerator end as unknown_numerator, case when v.known_denominator is not null then v.unknown_denominator end as unknown_denominator, s.words
from verdict v
left join sentence s on s.period = v.period and s.measure = v.measure and s.place_level = v.place_level and s.place = v.place
    and s.characteristic = v.characteristic and s.code = v.code and s.basis = v.basis
left join site on v.place_level = 'site' and site.period = v.period and site.site_code = v.place
left join provider on v.place_level = 'provider' and provider.period = v.period and provider.provider_code = v.place
left join list_code kind on v.place_level = 'site type' and kind.codelist = 'site_type' and kind.code = v.place
