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
-- Name: to_int(internal); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.to_int(internal) RETURNS integer
    LANGUAGE internal IMMUTABLE
    AS $$int4recv$$;


ALTER FUNCTION public.to_int(internal) OWNER TO postgres;

--
-- Name: TRANSFORM FOR integer LANGUAGE plpgsql; Type: TRANSFORM; Schema: -; Owner: -
--

CREATE TRANSFORM FOR integer LANGUAGE plpgsql (TO SQL WITH FUNCTION public.to_int(internal));


--
-- Name: TRANSFORM FOR integer LANGUAGE plpgsql; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON TRANSFORM FOR integer LANGUAGE plpgsql IS 't';


--
-- Name: from_int(internal); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.from_int(internal) RETURNS internal
    LANGUAGE internal IMMUTABLE
    AS $$int4recv$$;


ALTER FUNCTION public.from_int(internal) OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

