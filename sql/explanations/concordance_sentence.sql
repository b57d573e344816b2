-- Whether two sources agree, in words.
-- grain: one row a characteristic and pair of sources that is asked about
select format('{}: {} and {} both tell of {:d} people. Where both know, {:d} of {:d} agree', replace(characteristic, '_', ' '), source_a, source_b, people, agree, agree + disagree)
    || case when kappa is null then '' else format(' (kappa {:.2f})', kappa) end
    || format('; {:d} are known to the one only, {:d} to the other only, {:d} to neither.', only_a, only_b, neither) as sentence
from asked_concordance
