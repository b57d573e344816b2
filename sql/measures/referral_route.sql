-- By which way a referral came, of the words in which services say who referred: the groups of the list referred_by.
-- grain: one row a word
select code as referred_by, code_group as route from list_code where codelist = 'referred_by'
