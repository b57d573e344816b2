-- Who was expected to submit and did not.
select period, provider_code, name, role, expected_return, state, sites from silence where state <> 'submitted'
order by period, role, provider_code
