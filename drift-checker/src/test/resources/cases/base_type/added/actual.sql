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
-- Name: later; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.later;


ALTER TYPE public.later OWNER TO postgres;

--
-- Name: whole; Type: SHELL TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.whole;


--
-- Name: whole_in(cstring); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.whole_in(cstring) RETURNS public.whole
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4in$$;


ALTER FUNCTION public.whole_in(cstring) OWNER TO postgres;

--
-- Name: whole_out(public.whole); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.whole_out(public.whole) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4out$$;


ALTER FUNCTION public.whole_out(public.whole) OWNER TO postgres;

--
-- Name: whole; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.whole (
    INTERNALLENGTH = 4,
    INPUT = public.whole_in,
    OUTPUT = public.whole_out,
    DEFAULT = '0',
    CATEGORY = 'N',
    DELIMITER = ';',
    ALIGNMENT = int4,
    STORAGE = plain,
    PASSEDBYVALUE
);


ALTER TYPE public.whole OWNER TO postgres;

--
-- Name: CAST (public.whole AS integer); Type: CAST; Schema: -; Owner: -
--

CREATE CAST (public.whole AS integer) WITHOUT FUNCTION AS ASSIGNMENT;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a public.whole,
    b public.whole[]
);


ALTER TABLE public.t OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

