--
-- PostgreSQL database dump
--

\restrict pcKQBnO3LB0Z9IhDex1wsAVjhjLKW9opRfWlOgNzTnWvthX4tLfqFJ7M46TkuSy

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

--
-- Name: events; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.events (
    id integer NOT NULL,
    at date NOT NULL
)
PARTITION BY RANGE (at);


ALTER TABLE public.events OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: events_2026; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.events_2026 (
    id integer NOT NULL,
    at date NOT NULL
);


ALTER TABLE public.events_2026 OWNER TO postgres;

--
-- Name: events_2026; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');


--
-- PostgreSQL database dump complete
--

\unrestrict pcKQBnO3LB0Z9IhDex1wsAVjhjLKW9opRfWlOgNzTnWvthX4tLfqFJ7M46TkuSy

