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
-- Name: s; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA s;


ALTER SCHEMA s OWNER TO postgres;

--
-- Name: u; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA u;


ALTER SCHEMA u OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer NOT NULL
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);


--
-- Name: p; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION p WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION p OWNER TO postgres;

--
-- Name: q; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION q WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION q OWNER TO postgres;

--
-- Name: q s; Type: PUBLICATION TABLES IN SCHEMA; Schema: s; Owner: postgres
--

ALTER PUBLICATION q ADD TABLES IN SCHEMA s;


--
-- Name: p u; Type: PUBLICATION TABLES IN SCHEMA; Schema: u; Owner: postgres
--

ALTER PUBLICATION p ADD TABLES IN SCHEMA u;


--
-- Name: q u; Type: PUBLICATION TABLES IN SCHEMA; Schema: u; Owner: postgres
--

ALTER PUBLICATION q ADD TABLES IN SCHEMA u;


--
-- PostgreSQL database dump complete
--

