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
-- Name: k; Type: COLLATION; Schema: public; Owner: postgres
--

CREATE COLLATION public.k (provider = libc, locale = 'C');


ALTER COLLATION public.k OWNER TO postgres;

--
-- Name: r; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.r AS RANGE (
    subtype = text,
    multirange_type_name = public.r_multirange,
    collation = public.k
);


ALTER TYPE public.r OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    b public.r
);


ALTER TABLE public.t OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

