-- Which outcomes changed something for the person (tangible) and which are the advocate's own work (process): the groups of the list outcome.
-- grain: one row an outcome as services write it, in lower case
select code as outcome, code_group as kind from list_code where codelist = 'outcome'
