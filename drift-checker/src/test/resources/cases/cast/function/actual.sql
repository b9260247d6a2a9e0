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
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: mood_of(integer); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.mood_of(integer) RETURNS public.mood
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT 'ok'::mood $$;


ALTER FUNCTION public.mood_of(integer) OWNER TO postgres;

--
-- Name: CAST (integer AS public.mood); Type: CAST; Schema: -; Owner: -
--

CREATE CAST (integer AS public.mood) WITH FUNCTION public.mood_of(integer) AS ASSIGNMENT;


--
-- Name: CAST (integer AS public.mood); Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON CAST (integer AS public.mood) IS 'mood of a number';


--
-- PostgreSQL database dump complete
--

