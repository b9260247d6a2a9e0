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
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0))
)
PARTITION BY LIST (b);


ALTER TABLE public.t OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: tn; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.tn (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0))
);


ALTER TABLE public.tn OWNER TO postgres;

--
-- Name: tx; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.tx (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0))
)
PARTITION BY HASH (a);


ALTER TABLE public.tx OWNER TO postgres;

--
-- Name: tx0; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.tx0 (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0))
);


ALTER TABLE public.tx0 OWNER TO postgres;

--
-- Name: tx1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.tx1 (
    a integer NOT NULL,
    b text NOT NULL,
    c date,
    CONSTRAINT t_a_check CHECK ((a > 0))
);


ALTER TABLE public.tx1 OWNER TO postgres;

--
-- Name: u; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.u (
    a integer,
    b text
);


ALTER TABLE public.u OWNER TO postgres;

--
-- Name: tn; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.tn DEFAULT;


--
-- Name: tx; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.tx FOR VALUES IN ('x', 'y');


--
-- Name: tx0; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.tx ATTACH PARTITION public.tx0 FOR VALUES WITH (modulus 2, remainder 0);


--
-- Name: tx1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.tx ATTACH PARTITION public.tx1 FOR VALUES WITH (modulus 2, remainder 1);


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);


--
-- Name: tn tn_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.tn
    ADD CONSTRAINT tn_pkey PRIMARY KEY (a, b);


--
-- Name: tx tx_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.tx
    ADD CONSTRAINT tx_pkey PRIMARY KEY (a, b);


--
-- Name: tx0 tx0_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.tx0
    ADD CONSTRAINT tx0_pkey PRIMARY KEY (a, b);


--
-- Name: tx1 tx1_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.tx1
    ADD CONSTRAINT tx1_pkey PRIMARY KEY (a, b);


--
-- Name: i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX i ON ONLY public.t USING btree (c);


--
-- Name: tn_c_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX tn_c_idx ON public.tn USING btree (c);


--
-- Name: tx_c_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX tx_c_idx ON ONLY public.tx USING btree (c);


--
-- Name: tx0_c_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX tx0_c_idx ON public.tx0 USING btree (c);


--
-- Name: tx1_c_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX tx1_c_idx ON public.tx1 USING btree (c);


--
-- Name: tn_c_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.tn_c_idx;


--
-- Name: tn_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.t_pkey ATTACH PARTITION public.tn_pkey;


--
-- Name: tx0_c_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.tx_c_idx ATTACH PARTITION public.tx0_c_idx;


--
-- Name: tx0_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.tx_pkey ATTACH PARTITION public.tx0_pkey;


--
-- Name: tx1_c_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.tx_c_idx ATTACH PARTITION public.tx1_c_idx;


--
-- Name: tx1_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.tx_pkey ATTACH PARTITION public.tx1_pkey;


--
-- Name: tx_c_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.tx_c_idx;


--
-- Name: tx_pkey; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.t_pkey ATTACH PARTITION public.tx_pkey;


--
-- Name: u u_a_b_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.u
    ADD CONSTRAINT u_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.t(a, b);


--
-- PostgreSQL database dump complete
--

