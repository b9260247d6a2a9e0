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
-- Name: dummy; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: postgres
--

CREATE FOREIGN DATA WRAPPER dummy;


ALTER FOREIGN DATA WRAPPER dummy OWNER TO postgres;

--
-- Name: far; Type: SERVER; Schema: -; Owner: postgres
--

CREATE SERVER far FOREIGN DATA WRAPPER dummy;


ALTER SERVER far OWNER TO postgres;

--
-- Name: ft; Type: FOREIGN TABLE; Schema: public; Owner: postgres
--

CREATE FOREIGN TABLE public.ft (
    id bigint NOT NULL,
    more date
)
SERVER far
OPTIONS (
    y '5',
    z '6'
);
ALTER FOREIGN TABLE public.ft ALTER COLUMN id OPTIONS (
    b '3',
    c '4'
);


ALTER FOREIGN TABLE public.ft OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT ft.id
   FROM public.ft;


ALTER TABLE public.v OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

