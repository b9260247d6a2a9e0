--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

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

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: a; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.a (
    x bigint,
    w text DEFAULT 'q'::text NOT NULL,
    CONSTRAINT cx CHECK ((x > 0)) NO INHERIT
);


ALTER TABLE public.a OWNER TO postgres;

--
-- Name: b; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.b (
    y integer
)
INHERITS (public.a);


ALTER TABLE public.b OWNER TO postgres;

--
-- Name: c; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.c (
    z integer
)
INHERITS (public.b);


ALTER TABLE public.c OWNER TO postgres;

--
-- Name: b w; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.b ALTER COLUMN w SET DEFAULT 'q'::text;


--
-- Name: c w; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.c ALTER COLUMN w SET DEFAULT 'r'::text;


--
-- PostgreSQL database dump complete
--


