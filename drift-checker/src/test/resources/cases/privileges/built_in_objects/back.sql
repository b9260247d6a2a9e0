REVOKE USAGE ON TYPE "json" FROM app;
REVOKE SELECT ON TABLE pg_catalog.pg_authid FROM reader;
REVOKE SELECT (rolname) ON TABLE pg_catalog.pg_authid FROM app;
GRANT USAGE ON SCHEMA pg_catalog TO PUBLIC;
GRANT ALL ON LANGUAGE plpgsql TO PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_sleep(double precision) TO PUBLIC;
