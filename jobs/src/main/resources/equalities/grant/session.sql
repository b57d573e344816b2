-- Opens what was granted and closes everything else: run this first, in any DuckDB client, in a session of its own.
--   duckdb -init session.sql                                  (from this folder)
--   con = duckdb.connect(); con.execute(open("session.sql").read())   (Python; folder: os.chdir to it before)
-- What it is worth: DuckDB keeps to it for as long as the session runs. Somebody who starts a session without it is kept
-- out by the rights of the files alone.
attach 'analyst.duckdb' as granted (read_only);
use granted;
set allow_community_extensions = false;
set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set allow_persistent_secrets = false;
set enable_external_access = false;
set lock_configuration = true;
