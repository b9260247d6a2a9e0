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
-- Name: cc(integer[], integer[]); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.cc(integer[], VARIADIC integer[]) RETURNS integer[]
    LANGUAGE sql IMMUTABLE
    AS $_$SELECT $1 || $2$_$;


ALTER FUNCTION public.cc(integer[], VARIADIC integer[]) OWNER TO postgres;

--
-- Name: place("any"); Type: AGGREGATE; Schema: public; Owner: postgres
--

CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = dense_rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);


ALTER AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO postgres;

--
-- Name: va(integer[]); Type: AGGREGATE; Schema: public; Owner: postgres
--

CREATE AGGREGATE public.va(integer[]) (
    SFUNC = public.cc,
    STYPE = integer[]
);


ALTER AGGREGATE public.va(integer[]) OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT public.va(ARRAY[1, 2]) AS x;


ALTER TABLE public.v OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

