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

SET default_table_access_method = heap;

--
-- Name: p; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.p (
    id integer NOT NULL
);


ALTER TABLE public.p OWNER TO postgres;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer,
    b integer,
    CONSTRAINT ck CHECK ((b > 0))
)
PARTITION BY RANGE (a);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: t1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t1 (
    a integer,
    b integer,
    CONSTRAINT ck CHECK ((b > 0))
);


ALTER TABLE public.t1 OWNER TO postgres;

--
-- Name: t1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (10);


--
-- Name: p p_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.p
    ADD CONSTRAINT p_pkey PRIMARY KEY (id);


--
-- Name: t fk; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE public.t
    ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES public.p(id);


--
-- PostgreSQL database dump complete
--

