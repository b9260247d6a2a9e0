--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO app;

--
-- PostgreSQL database dump complete
--
