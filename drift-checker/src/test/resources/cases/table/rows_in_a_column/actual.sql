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
-- Name: new_place; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.new_place (
    x integer,
    y text,
    z date
);


ALTER TABLE public.new_place OWNER TO postgres;

--
-- Name: old_place; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.old_place (
    x integer,
    y text
);


ALTER TABLE public.old_place OWNER TO postgres;

--
-- Name: place; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.place (
    x bigint,
    y text,
    z integer GENERATED ALWAYS AS (1) STORED
);


ALTER TABLE public.place OWNER TO postgres;

--
-- Name: stops; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.stops (
    id integer,
    at public.place,
    others public.place[]
);


ALTER TABLE public.stops OWNER TO postgres;

--
-- Name: trips; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.trips (
    id integer,
    start public.place
);


ALTER TABLE public.trips OWNER TO postgres;

--
-- Name: visits; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.visits (
    id integer,
    at public.new_place
);


ALTER TABLE public.visits OWNER TO postgres;

--
-- PostgreSQL database dump complete
--


