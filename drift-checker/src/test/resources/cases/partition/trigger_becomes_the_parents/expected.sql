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

--
-- Name: touch(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN new; END$$;


ALTER FUNCTION public.touch() OWNER TO postgres;

SET default_tablespace = '';

--
-- Name: events; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.events (
    id integer,
    day date
)
PARTITION BY RANGE (day);


ALTER TABLE public.events OWNER TO postgres;

--
-- Name: events_2020; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.events_2020 (
    id integer,
    day date
)
PARTITION BY LIST (id);


ALTER TABLE public.events_2020 OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: events_2020_1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.events_2020_1 (
    id integer,
    day date
);


ALTER TABLE public.events_2020_1 OWNER TO postgres;

--
-- Name: events_2021; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.events_2021 (
    id integer,
    day date
);


ALTER TABLE public.events_2021 OWNER TO postgres;

--
-- Name: events_2020; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');


--
-- Name: events_2020_1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.events_2020 ATTACH PARTITION public.events_2020_1 FOR VALUES IN (1);


--
-- Name: events_2020_1 touched; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER touched BEFORE INSERT ON public.events_2020_1 FOR EACH ROW EXECUTE FUNCTION public.touch();


--
-- Name: events_2021 touched; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER touched BEFORE INSERT ON public.events_2021 FOR EACH ROW EXECUTE FUNCTION public.touch();


--
-- PostgreSQL database dump complete
--


