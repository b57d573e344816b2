-- People entitled to an advocate: the patient records that qualify.
-- grain: one row a patient record
select * from patient where qualifies
