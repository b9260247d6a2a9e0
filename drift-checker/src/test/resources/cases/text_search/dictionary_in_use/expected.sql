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
-- Name: d; Type: TEXT SEARCH DICTIONARY; Schema: public; Owner: postgres
--

CREATE TEXT SEARCH DICTIONARY public.d (
    TEMPLATE = pg_catalog.simple,
    accept = 'false' );


ALTER TEXT SEARCH DICTIONARY public.d OWNER TO postgres;

--
-- Name: c; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: postgres
--

CREATE TEXT SEARCH CONFIGURATION public.c (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR asciiword WITH public.d;


ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

