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
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer,
    b text
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: m; Type: MATERIALIZED VIEW; Schema: public; Owner: postgres
--

CREATE MATERIALIZED VIEW public.m
WITH (fillfactor='70') AS
 SELECT t.a,
    count(*) AS n
   FROM public.t
  GROUP BY t.a
  WITH NO DATA;


ALTER TABLE public.m OWNER TO postgres;

--
-- Name: COLUMN m.n; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.m.n IS 'n';


--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT m.n
   FROM public.m;


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: m_a; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX m_a ON public.m USING btree (a);


--
-- Name: TABLE m; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.m TO app_reader;


--
-- PostgreSQL database dump complete
--

