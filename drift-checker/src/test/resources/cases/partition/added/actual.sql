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
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;


ALTER FUNCTION public.f() OWNER TO postgres;

SET default_tablespace = '';

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer NOT NULL,
    b text DEFAULT 'x'::text
)
PARTITION BY RANGE (a);


ALTER TABLE public.t OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: t1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t1 (
    a integer NOT NULL,
    b text DEFAULT 'x'::text
);


ALTER TABLE public.t1 OWNER TO postgres;

--
-- Name: t2; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t2 (
    a integer NOT NULL,
    b text DEFAULT 'x'::text
);


ALTER TABLE public.t2 OWNER TO postgres;

--
-- Name: td; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.td (
    a integer NOT NULL,
    b text DEFAULT 'x'::text
);


ALTER TABLE public.td OWNER TO postgres;

--
-- Name: t1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (10);


--
-- Name: t2; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.t2 FOR VALUES FROM (10) TO (20);


--
-- Name: td; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.td DEFAULT;


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);


--
-- Name: t1 t1_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t1
    ADD CONSTRAINT t1_pkey PRIMARY KEY (a);


--
-- Name: t2 t2_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t2
    ADD CONSTRAINT t2_pkey PRIMARY KEY (a);


--
-- Name: td td_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.td
    ADD CONSTRAINT td_pkey PRIMARY KEY (a);


--
-- Name: i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX i ON ONLY public.t USING btree (b);


--
-- Name: t1_b_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX t1_b_idx ON public.t1 USING btree (b);


--
-- Name: t2_b_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX t2_b_idx ON public.t2 USING btree (b);


--
-- Name: td_b_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX td_b_idx ON public.td USING btree (b);


--
-- Name: t1_b_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.t1_b_idx;


--
-- Name: t1_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.t_pkey ATTACH PARTITION public.t1_pkey;


--
-- Name: t2_b_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.t2_b_idx;


--
-- Name: t2_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.t_pkey ATTACH PARTITION public.t2_pkey;


--
-- Name: td_b_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.td_b_idx;


--
-- Name: td_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.t_pkey ATTACH PARTITION public.td_pkey;


--
-- Name: t tr; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER tr AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();


--
-- PostgreSQL database dump complete
--

