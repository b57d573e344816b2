-- Which files the figures follow from, those that were set aside among them.
-- grain: one row a file received
select period, provider_code, file_name, submission_id, received_at, status from submission
