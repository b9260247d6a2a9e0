--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
SET default_table_access_method = heap;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a
   FROM public.t
  WITH NO DATA;
ALTER MATERIALIZED VIEW public.m OWNER TO app;

--
-- PostgreSQL database dump complete
--
