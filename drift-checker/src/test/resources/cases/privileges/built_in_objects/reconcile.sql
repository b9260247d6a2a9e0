GRANT USAGE ON TYPE "json" TO app;
GRANT SELECT ON TABLE pg_catalog.pg_authid TO reader;
GRANT SELECT (rolname) ON TABLE pg_catalog.pg_authid TO app;
REVOKE USAGE ON SCHEMA pg_catalog FROM PUBLIC;
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
