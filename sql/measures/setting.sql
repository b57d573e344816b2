-- What the owner of the analysis decides: change it here.
-- margin: a smaller gap than this share is called none; level: chance of a false gap in a hundred; power: of seeing a gap of the margin;
-- small_group: fewer people are shown and not judged; unknown_share: with more unknown nothing is judged; draws: of simulated limits of inequality.
-- people_per_advocate: whom one advocate sees in a period (25, the mean caseload of the national review).
-- stated_uptake: what every site is to reach, such as 0.6; null: the best quartile of the sites of its type.
-- standardised_by: what places are made alike in; several answers together with ' and ', in the order of the alphabet.
-- days_to_submit: how long after a period's last day a return is in time.
-- grain: one row
select 0.10::double as margin, 0.05::double as level, 0.80::double as power, 20 as small_group, 0.50::double as unknown_share, 5000 as draws, 25::double as people_per_advocate, null::double as stated_uptake, 60 as days_to_submit, ['age', 'age and gender'] as standardised_by
