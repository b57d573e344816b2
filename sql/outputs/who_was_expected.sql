-- Who was expected to submit what, and what came.
select period, provider_code, name, role, expected_return, state, sites, due_on, first_received_on, late from silence
order by period, name, provider_code, expected_return
