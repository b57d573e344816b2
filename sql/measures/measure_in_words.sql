-- The measures that findings judge: what is counted of whom, and how a sentence says it ("For every 100 … who had an advocacy case, 81 … did").
-- grain: one row a measure; better: whether more of it is better (null: neither)
select * from (values
    ('uptake', 1, 'People entitled to an advocate for whom an advocacy service opened a case', 'who had an advocacy case', 'did', true),
    ('met within 7 days', 2, 'Cases in which the advocate met the person within 7 days of the referral', 'who met their advocate within 7 days of the referral', 'did', true),
    ('referred by themselves', 3, 'Cases that the person asked for', 'who asked for their advocate themselves', 'did', null),
    ('referred automatically', 4, 'Cases that came by automatic referral', 'who were referred automatically', 'were', null),
    ('not instructed', 5, 'Cases in which the person could not instruct the advocate', 'who could not instruct their advocate', 'could not', null),
    ('satisfaction answered', 6, 'Cases in which the person said whether they were satisfied', 'who said whether they were satisfied', 'did', null),
    ('satisfied', 7, 'Cases of those who said, in which they were satisfied', 'who were satisfied, of those who said', 'were', true),
    ('outcome recorded', 8, 'Cases with an outcome recorded', 'for whom an outcome is recorded', 'have one', true),
    ('used again', 9, 'People with a case who had more than one in the period', 'who had more than one case', 'did', null),
    ('uptake of new episodes', 10, 'Episodes that began in the period in which the person had an advocacy case', 'whose detention or order began in the period and who had an advocacy case', 'did', true),
    ('uptake on the last day', 11, 'People entitled on the last day of the period who had an advocacy case in it', 'who were entitled on the last day and had an advocacy case', 'did', true)
) as t(measure, sort, title, phrase, echo, better)
