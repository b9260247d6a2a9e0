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

SET default_tablespace = '';

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer NOT NULL,
    b text
)
PARTITION BY RANGE (a);


ALTER TABLE public.t OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: t1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t1 (
    b text,
    a integer NOT NULL,
    CONSTRAINT c CHECK ((a > 0))
);


ALTER TABLE public.t1 OWNER TO postgres;

--
-- Name: t1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (10);


--
-- Name: t k; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT k PRIMARY KEY (a);


--
-- Name: t1 own; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t1
    ADD CONSTRAINT own PRIMARY KEY (a);


--
-- Name: i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX i ON ONLY public.t USING btree (b);


--
-- Name: own_i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX own_i ON public.t1 USING btree (b);


--
-- Name: own; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.k ATTACH PARTITION public.own;


--
-- Name: own_i; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.own_i;


--
-- PostgreSQL database dump complete
--

