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
-- Name: f(integer); Type: FUNCTION; Schema: public; Owner: app_owner
--

CREATE FUNCTION public.f(integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1::bigint$$;


ALTER FUNCTION public.f(integer) OWNER TO app_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer,
    b bigint GENERATED ALWAYS AS (public.f(a)) STORED,
    CONSTRAINT t_a_check CHECK ((public.f(a) > 0))
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT public.f(t.a) AS x
   FROM public.t;


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX i ON public.t USING btree (public.f(a));


--
-- Name: t p; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY p ON public.t USING ((public.f(a) > 1));


--
-- Name: FUNCTION f(integer); Type: ACL; Schema: public; Owner: app_owner
--

REVOKE ALL ON FUNCTION public.f(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.f(integer) TO app_reader;


--
-- PostgreSQL database dump complete
--

