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
-- Name: x; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA x;


ALTER SCHEMA x OWNER TO postgres;

--
-- Name: e; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.e AS ENUM (
    'a'
);


ALTER TYPE public.e OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION public.f() OWNER TO postgres;

--
-- Name: s; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.s
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.s OWNER TO postgres;

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
-- Name: SCHEMA x; Type: ACL; Schema: -; Owner: postgres
--

GRANT USAGE ON SCHEMA x TO PUBLIC;


--
-- Name: TYPE e; Type: ACL; Schema: public; Owner: postgres
--

REVOKE ALL ON TYPE public.e FROM PUBLIC;


--
-- Name: FUNCTION f(); Type: ACL; Schema: public; Owner: postgres
--

REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.f() TO app_reader;


--
-- Name: TABLE t; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.t TO app_reader;
GRANT UPDATE ON TABLE public.t TO app_owner WITH GRANT OPTION;
GRANT SELECT ON TABLE public.t TO PUBLIC;


--
-- PostgreSQL database dump complete
--

