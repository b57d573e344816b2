-- The simulated reference group.
-- grain: one row
select characteristic, code from answer_code where is_reference
