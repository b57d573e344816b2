-- Uptake in England of those who share two answers, as it was and drawn towards what each answer alone lets expect.
select finding_id, period, characteristic, label, numerator as with_case, denominator as entitled, rate, shrunk_rate, shrunk_lower, shrunk_upper, adjusted_ratio, adjusted_lower, adjusted_upper, verdict, coalesce(verdict_reason, reason) as reason, sentence, numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from finding where measure = 'uptake' and place_level = 'england' and characteristic like '% and %'
order by period, verdict <> 'gap', characteristic, sort
