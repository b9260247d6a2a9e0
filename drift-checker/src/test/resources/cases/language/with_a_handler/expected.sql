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
-- Name: lh(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.lh() RETURNS language_handler
    LANGUAGE c
    AS '$libdir/plpgsql', 'plpgsql_call_handler';


ALTER FUNCTION public.lh() OWNER TO postgres;

--
-- Name: pl2; Type: PROCEDURAL LANGUAGE; Schema: -; Owner: postgres
--

CREATE TRUSTED PROCEDURAL LANGUAGE pl2 HANDLER public.lh;


ALTER PROCEDURAL LANGUAGE pl2 OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE pl2
    AS $$BEGIN RETURN 1; END$$;


ALTER FUNCTION public.f() OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

