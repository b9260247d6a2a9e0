REVOKE USAGE ON TYPE "json" FROM app;
REVOKE SELECT ON TABLE pg_catalog.pg_authid FROM reader;
REVOKE SELECT (rolname) ON TABLE pg_catalog.pg_authid FROM app;
GRANT usage ON SCHEMA pg_catalog TO public;
GRANT all ON LANGUAGE plpgsql TO public;
GRANT all ON FUNCTION pg_catalog.pg_sleep(double precision) TO public;
