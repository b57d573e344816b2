-- By which way a referral came, of the words in which services say who referred.
-- grain: one row a word
select * from (values
    ('self', 'self'), ('ward staff', 'professional'), ('amhp', 'professional'), ('care coordinator', 'professional'),
    ('automatic', 'automatic'), ('nearest relative', 'family'), ('other', 'other')
) as t(referred_by, route)
