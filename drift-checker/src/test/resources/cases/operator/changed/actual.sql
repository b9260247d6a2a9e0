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
-- Name: eq(integer, text); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.eq(integer, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT true$$;


ALTER FUNCTION public.eq(integer, text) OWNER TO postgres;

--
-- Name: eq2(integer, text); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.eq2(integer, text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT false$$;


ALTER FUNCTION public.eq2(integer, text) OWNER TO postgres;

--
-- Name: ===; Type: OPERATOR; Schema: public; Owner: postgres
--

CREATE OPERATOR public.=== (
    FUNCTION = public.eq2,
    LEFTARG = integer,
    RIGHTARG = text,
    RESTRICT = eqsel
);


ALTER OPERATOR public.=== (integer, text) OWNER TO postgres;

--
-- Name: OPERATOR === (integer, text); Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON OPERATOR public.=== (integer, text) IS 'o';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer,
    b text
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t
  WHERE (t.a OPERATOR(public.===) t.b);


ALTER TABLE public.v OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

