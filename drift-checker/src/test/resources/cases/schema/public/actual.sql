--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
ALTER SCHEMA public OWNER TO app;
COMMENT ON SCHEMA public IS '';
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO PUBLIC;
GRANT USAGE ON SCHEMA public TO reader;

--
-- PostgreSQL database dump complete
--
