GRANT USAGE ON TYPE "json" TO app;
GRANT SELECT ON TABLE pg_catalog.pg_authid TO reader;
GRANT SELECT (rolname) ON TABLE pg_catalog.pg_authid TO app;
revoke usage ON SCHEMA pg_catalog from public;
revoke all ON LANGUAGE plpgsql from public;
revoke all ON FUNCTION pg_catalog.pg_sleep(double precision) from public;
