--
-- PostgreSQL database dump
--

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: diff(numeric, numeric); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.diff(a numeric, b numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT (a - b)::double precision$$;


ALTER FUNCTION public.diff(a numeric, b numeric) OWNER TO postgres;

--
-- Name: span; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.span AS RANGE (
    subtype = numeric,
    multirange_type_name = public.span_multirange,
    subtype_diff = public.diff
);


ALTER TYPE public.span OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a public.span
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: t t_a_excl; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_a_excl EXCLUDE USING gist (a WITH &&);


--
-- PostgreSQL database dump complete
--

