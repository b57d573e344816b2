-- The simulated groups as findings judge them; no pairs are simulated.
-- grain: one row a code
from answer_code
