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

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: p; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.p (
    a integer NOT NULL,
    b text DEFAULT 'x'::text,
    CONSTRAINT p_a_check CHECK ((a > 0))
);


ALTER TABLE public.p OWNER TO postgres;

--
-- Name: c; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.c (
    b text DEFAULT 'y'::text,
    d date
)
INHERITS (public.p);


ALTER TABLE public.c OWNER TO postgres;

--
-- Name: e; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.e (
)
INHERITS (public.c);


ALTER TABLE public.e OWNER TO postgres;

--
-- Name: e b; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.e ALTER COLUMN b SET DEFAULT 'y'::text;


--
-- PostgreSQL database dump complete
--

