-- The codes of characteristics, and those of circumstances: what an answer is called, and which one others are compared with.
-- grain: one row a characteristic or circumstance and code
select characteristic, code, label, people, sort, status, is_reference from code
union all
select * from (values
    ('kind of section', 'detained', 'Detained in hospital', 'detained patients', 1, 'known', true),
    ('kind of section', 'community treatment order', 'Community treatment order', 'patients on a community treatment order', 2, 'known', false),
    ('kind of section', 'conditional discharge', 'Conditional discharge', 'patients on a conditional discharge', 3, 'known', false),
    ('kind of section', 'guardianship', 'Guardianship', 'patients under guardianship', 4, 'known', false),
    ('out of area', 'no', 'Near home', 'patients placed near home', 1, 'known', true),
    ('out of area', 'yes', 'Out of area', 'patients placed out of area', 2, 'known', false),
    ('out of area', 'not recorded', 'Not recorded', 'patients of whom it is not recorded where they live', 3, 'not recorded', false)
) as t(characteristic, code, label, people, sort, status, is_reference)
