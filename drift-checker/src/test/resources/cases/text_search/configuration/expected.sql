--
-- PostgreSQL database dump
--

\restrict HfQvDh4utg1mYADCdDd2DFirHvEMBHcw3JP4fLZ55Mum27zPk19qnMb6SWmKed2

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
-- Name: c; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: postgres
--

CREATE TEXT SEARCH CONFIGURATION public.c (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR word WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.c
    ADD MAPPING FOR uint WITH simple;


ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

\unrestrict HfQvDh4utg1mYADCdDd2DFirHvEMBHcw3JP4fLZ55Mum27zPk19qnMb6SWmKed2

