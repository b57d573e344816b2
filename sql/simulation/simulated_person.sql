-- People of the groups: at one of four sites whose uptake goes from 20 to 80 %, groups crowding at different sites; seen with the site's chance times the group's ratio;
-- one in ten unknown, and of those seen fewer. The same each time: chance is a hash of the person's number.
-- grain: one row a simulated person
with person as (
    select g.group_number, g.period, g.scenario, g.code, g.ratio, g.number, p.range as person_number, g.group_number * 4096 + p.range as person
    from simulated_group g, range(g.people) p
), placed as (
    select *, case when by_chance(person, 1) < 0.4 then number % 4 else floor(by_chance(person, 2) * 4)::int end as site from person
), seen as (
    select *, by_chance(person, 3) < (0.2 + 0.2 * site) * ratio as accessed from placed
)
select period, scenario, code, 'S' || site as stratum, accessed, by_chance(person, 4) < case when accessed then 0.05 else 0.15 end as unknown from seen
