--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA public;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
GRANT SELECT ON TABLE public.pg_stat_statements TO reader;

--
-- PostgreSQL database dump complete
--
