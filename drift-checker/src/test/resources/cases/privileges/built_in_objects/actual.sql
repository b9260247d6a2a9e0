--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT SELECT ON TABLE pg_catalog.pg_authid TO reader;
GRANT SELECT(rolname) ON TABLE pg_catalog.pg_authid TO app;
REVOKE USAGE ON SCHEMA pg_catalog FROM PUBLIC;
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT ALL ON TYPE pg_catalog.json TO app;

--
-- PostgreSQL database dump complete
--
