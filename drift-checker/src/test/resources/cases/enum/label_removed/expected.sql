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
-- Name: e; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.e AS ENUM (
    'a',
    'b',
    'c'
);


ALTER TYPE public.e OWNER TO postgres;

--
-- Name: f(public.e); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f(public.e) RETURNS public.e
    LANGUAGE sql
    AS $_$SELECT $1$_$;


ALTER FUNCTION public.f(public.e) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    x public.e DEFAULT 'a'::public.e,
    y public.e[] DEFAULT '{a,b}'::public.e[],
    CONSTRAINT t_x_check CHECK ((x <> 'b'::public.e))
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT t.x
   FROM public.t
  WHERE (t.x = 'a'::public.e);


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX i ON public.t USING btree (x) WHERE (x = 'a'::public.e);


--
-- PostgreSQL database dump complete
--

