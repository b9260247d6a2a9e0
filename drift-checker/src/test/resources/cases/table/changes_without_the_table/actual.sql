--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_check CHECK ((a > 0));
ALTER TYPE public.mood OWNER TO app;
ALTER FUNCTION public.f(integer) OWNER TO app;

--
-- PostgreSQL database dump complete
--
