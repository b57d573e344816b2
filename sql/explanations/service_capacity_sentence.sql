-- The capacity of a service in words, out of its own numbers.
-- grain: one row a service that is asked about
select concat_ws(' ', format('{} has {:.1f} advocates and {:.1f} hours a week.', coalesce(name, provider_code), advocates, hours),
    format('At the sites it covers {:d} people were entitled: {:.0f} for each advocate, and {:.2f} hours a week for each of them.', entitled, entitled_per_advocate, hours_per_entitled),
    format('It had {:d} cases, {:.0f} for each advocate;', cases, cases_per_advocate), format('it says that an advocate has {:.0f}.', caseload),
    format('It reaches {:d} of {:d} wards.', wards_with_access, wards)) as sentence
from asked_service_capacity
