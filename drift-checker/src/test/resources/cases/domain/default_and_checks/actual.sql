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
-- Name: d; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.d AS integer NOT NULL
	CONSTRAINT a CHECK ((VALUE > 1));


ALTER DOMAIN public.d OWNER TO postgres;

--
-- Name: CONSTRAINT a ON DOMAIN d; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON CONSTRAINT a ON DOMAIN public.d IS 'a';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a public.d
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: d c; Type: CHECK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER DOMAIN public.d
    ADD CONSTRAINT c CHECK ((VALUE <> 5)) NOT VALID;


--
-- PostgreSQL database dump complete
--

