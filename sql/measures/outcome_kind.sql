-- Which outcomes changed something for the person (tangible) and which are the advocate's own work (process).
-- grain: one row an outcome as services write it, in lower case
select * from (values
    ('rights explained', 'process'), ('attended ward round', 'process'), ('attended tribunal', 'process'), ('information given', 'process'), ('signposted', 'process'),
    ('leave granted', 'tangible'), ('treatment changed', 'tangible'), ('complaint answered', 'tangible'), ('discharged', 'tangible'), ('transferred', 'tangible'), ('section ended', 'tangible')
) as t(outcome, kind)
