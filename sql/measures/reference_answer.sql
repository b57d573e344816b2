-- The answer that others are compared with: of each characteristic, and of each pair of characteristics.
-- grain: one row a characteristic or pair
select characteristic, code from judged_code where is_reference
