--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TYPE public.pair AS (
	x integer,
	y integer
);
ALTER TYPE public.pair OWNER TO app;
COMMENT ON COLUMN public.pair.x IS 'left';

--
-- PostgreSQL database dump complete
--
