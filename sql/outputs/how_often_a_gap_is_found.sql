-- How often a gap that is there is found, by how large it is and of how many people the group is: tried on invented people.
-- purpose: what the verdict 'cannot tell' is worth; the share of 100 tries, as equalities simulate wrote it into sql/simulation/RESULTS.md
-- grain: one row a ratio of the group's uptake to that of 800 people of the reference
select * from (values
    (0.9, 0.01, 0.03, 0.04, 0.15, 0.19),
    (0.8, 0.04, 0.14, 0.27, 0.58, 0.68),
    (0.7, 0.14, 0.41, 0.78, 0.89, 0.99),
    (0.6, 0.32, 0.73, 0.97, 1.00, 1.00),
    (0.5, 0.72, 0.97, 0.99, 1.00, 1.00)
) as found(planted_ratio, among_50, among_100, among_200, among_400, among_800)
order by planted_ratio desc
