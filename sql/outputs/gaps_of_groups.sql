-- Uptake of whole groups, such as all black patients, beside the group that others are compared with, at the same site and with the same legal status.
select group_gap_id as finding_id, period, place_level, place, place_name, consists_of, characteristic, code, label, reference_label, adjusted_ratio, adjusted_lower, adjusted_upper, q, verdict, reason, sentence
from group_gap where measure = 'uptake' order by period, place_level <> 'england', place_level = 'site type', place, place_name, consists_of, characteristic, sort, code
