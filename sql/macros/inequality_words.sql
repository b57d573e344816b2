-- summary_in_words(summary): what a summary measure of inequality is called, and summary_unit(summary): what its figure is counted in, after the Health Equity
-- Assessment Toolkit of the World Health Organization. Differences and slopes are in percentage points, as are mean differences; ratios have no unit.
create or replace macro summary_in_words(summary) as coalesce(map {
    'd': 'the difference between the groups with the most and the least', 'r': 'the ratio of the groups with the most and the least',
    'd_ref': 'the difference to the group of reference', 'r_ref': 'the ratio to the group of reference',
    'par': 'what all would gain if every group were like the best', 'paf': 'what all would gain if every group were like the best, as a share of what they have',
    'bgv': 'the variance between groups', 'bgsd': 'the standard deviation between groups', 'cov': 'the coefficient of variation',
    'ti': 'a thousand times the Theil index', 'mld': 'a thousand times the mean log deviation',
    'mdbu': 'the mean difference to the best group, each group alike', 'mdbw': 'the mean difference to the best group, by how many people groups have',
    'mdmu': 'the mean difference to the average, each group alike', 'mdmw': 'the mean difference to the average, by how many people groups have',
    'mdru': 'the mean difference to the group of reference, each group alike', 'mdrw': 'the mean difference to the group of reference, by how many people groups have',
    'idisu': 'the index of disparity, each group alike', 'idisw': 'the index of disparity, by how many people groups have',
    'aci': 'the absolute concentration index', 'rci': 'the relative concentration index', 'rci_wagstaff': 'the relative concentration index after Wagstaff', 'rci_erreygers': 'the relative concentration index after Erreygers',
    'sii_linear': 'the slope index of inequality, by a straight line', 'sii_linear_classical': 'the slope index of inequality, by a straight line with classical errors', 'sii_linear_given': 'the slope index of inequality, by a straight line with the errors of the groups',
    'rii_linear': 'the relative index of inequality, by a straight line', 'rii_linear_given': 'the relative index of inequality, by a straight line with the errors of the groups',
    'sii_log_given': 'the slope index of inequality, on logarithms', 'rii_log_given': 'the relative index of inequality, on logarithms',
    'sii_logit': 'the slope index of inequality, by a logistic model', 'sii_logit_model': 'the slope index of inequality, by a logistic model with its own errors', 'sii_logit_given': 'the slope index of inequality, by a logistic model with the errors of the groups',
    'rii_logit': 'the relative index of inequality, by a logistic model', 'rii_logit_given': 'the relative index of inequality, by a logistic model with the errors of the groups'}[summary], summary);
create or replace macro summary_unit(summary) as case when summary in ('d', 'd_ref', 'par', 'bgsd', 'aci') or starts_with(summary, 'md') or starts_with(summary, 'sii') then ' percentage points'
    when summary in ('paf', 'cov', 'idisu', 'idisw') then ' %' else '' end;
