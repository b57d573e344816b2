-- Differences between groups in how people are referred, met, heard and helped, in England; of cases.
select finding_id, period, measure, characteristic, label, rate, ratio, ratio_lower, ratio_upper, adjusted_ratio, adjusted_lower, adjusted_upper, q, verdict, coalesce(verdict_reason, reason) as reason, sentence, hidden
from finding where basis = 'cases' and characteristic not like '% and %' and place_level = 'england' and reference is not null
order by period, measure, verdict <> 'gap', characteristic, sort
