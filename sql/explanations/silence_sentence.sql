-- Who was expected and what came, in words.
-- grain: one row a provider that is asked about
select format('{} ({}) was expected to send {} by {} for {} site{}. ', coalesce(name, provider_code), role,
        case expected_return when 'any' then 'any return' else replace(expected_return, '-', ' ') end, due_on, sites, case when sites = 1 then '' else 's' end)
    || case state when 'submitted' then case when late then format('It came late: on {}.', first_received_on) else format('It came on {}.', first_received_on) end
        when 'set aside' then 'What came could not be used and was set aside.' else 'Nothing came.' end as sentence
from asked_silence
