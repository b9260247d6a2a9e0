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
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN new; END$$;


ALTER FUNCTION public.f() OWNER TO postgres;

SET default_tablespace = '';

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    id bigint NOT NULL,
    k integer,
    a text DEFAULT 'x'::text,
    b bigint GENERATED ALWAYS AS ((id * 2)) STORED,
    CONSTRAINT c CHECK ((id > 0))
)
PARTITION BY LIST (k);


ALTER TABLE public.t OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: t1; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t1 (
    id bigint NOT NULL,
    k integer,
    a text DEFAULT 'x'::text,
    b bigint GENERATED ALWAYS AS ((id * 2)) STORED,
    CONSTRAINT c CHECK ((id > 0))
);


ALTER TABLE public.t1 OWNER TO postgres;

--
-- Name: t1; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES IN (1, 2);


--
-- Name: i; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX i ON ONLY public.t USING btree (a);


--
-- Name: t1_a_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX t1_a_idx ON public.t1 USING btree (a);


--
-- Name: t1_a_idx; Type: INDEX ATTACH; Schema: public; Owner: postgres
--

ALTER INDEX public.i ATTACH PARTITION public.t1_a_idx;


--
-- Name: t tr; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();


--
-- PostgreSQL database dump complete
--


