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
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    id integer NOT NULL,
    a integer,
    b integer
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- Name: s; Type: STATISTICS; Schema: public; Owner: postgres
--

CREATE STATISTICS public.s ON a, b, (a + b) FROM public.t;


ALTER STATISTICS public.s OWNER TO postgres;

--
-- Name: p; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION p WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION p OWNER TO postgres;

--
-- Name: p t; Type: PUBLICATION TABLE; Schema: public; Owner: postgres
--

ALTER PUBLICATION p ADD TABLE ONLY public.t (id, a, b);


--
-- PostgreSQL database dump complete
--


