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
-- Name: f(integer, text[]); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f(INOUT a integer, OUT b text, VARIADIC c text[] DEFAULT '{}'::text[]) RETURNS record
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER LEAKPROOF COST 50 PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    SET work_mem TO '8MB'
    AS $_$ BEGIN b := '$$'; END $_$;


ALTER FUNCTION public.f(INOUT a integer, OUT b text, VARIADIC c text[]) OWNER TO postgres;

--
-- Name: g(integer); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.g(a integer) RETURNS TABLE(id integer, "Name" text)
    LANGUAGE sql ROWS 7
    AS $$ SELECT 1, 'x' $$;


ALTER FUNCTION public.g(a integer) OWNER TO postgres;

--
-- Name: FUNCTION g(a integer); Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON FUNCTION public.g(a integer) IS 'g';


--
-- Name: h(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.h() RETURNS SETOF integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1$$;


ALTER FUNCTION public.h() OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

