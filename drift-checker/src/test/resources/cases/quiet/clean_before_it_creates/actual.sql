--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

ALTER TABLE IF EXISTS ONLY public.t DROP CONSTRAINT IF EXISTS t_pkey;
ALTER TABLE IF EXISTS public.t ALTER COLUMN a DROP DEFAULT;
DROP TABLE IF EXISTS public.t;
-- *not* dropping schema, since initdb creates it
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);

--
-- PostgreSQL database dump complete
--
