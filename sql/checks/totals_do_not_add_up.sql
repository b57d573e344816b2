-- Counts by answer that do not make the total beside them. Where a question has one answer a person, its answers sum to everybody.
-- severity: warning
with part as (
    select m.period, m.provider_code, m.place, m.measure, m.subcategory, m.source, m.characteristic, sum(m.count) as parts, count(*) as answers,
        bool_and(m.count % 5 = 0) as rounded
    from monitoring_count m
    join characteristic c on c.characteristic = m.characteristic and c.answers = 'one'
    where m.code_level = 'code' group by all
), whole as (
    select period, provider_code, place, measure, subcategory, source, characteristic, max(count) as whole, bool_and(count % 5 = 0) as rounded
    from monitoring_count where code_level = 'all' group by all
), pair as (
    select p.*, w.whole,
        -- counts rounded to five are each up to two off
        case when p.rounded and w.rounded then 2 * (p.answers + 1) else 0 end as leeway
    from part p
    join whole w on w.period = p.period and w.provider_code = p.provider_code and w.place = p.place and w.measure = p.measure
        and w.subcategory is not distinct from p.subcategory and w.source is not distinct from p.source
        and w.characteristic in (p.characteristic, 'total')
)
select period, place, 'The counts by ' || characteristic || ' of ' || measure || ' sum to ' || parts || ', and the total says ' || whole || '.' as message,
    'Send every group, those who did not answer too, or mend the total.' as fix
from pair where abs(parts - whole) > leeway
