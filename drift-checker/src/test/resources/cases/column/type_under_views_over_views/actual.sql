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
    a bigint,
    b text
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: VIEW v; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON VIEW public.v IS 'v';


--
-- Name: w; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.w AS
 SELECT (v.a + 1) AS a
   FROM public.v;


ALTER TABLE public.w OWNER TO postgres;

--
-- Name: COLUMN w.a; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.w.a IS 'a';


--
-- Name: m; Type: MATERIALIZED VIEW; Schema: public; Owner: postgres
--

CREATE MATERIALIZED VIEW public.m AS
 SELECT w.a
   FROM public.w
  WITH NO DATA;


ALTER TABLE public.m OWNER TO postgres;

--
-- Name: m_a; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX m_a ON public.m USING btree (a);


--
-- Name: INDEX m_a; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON INDEX public.m_a IS 'i';


--
-- Name: TABLE v; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.v TO app_reader;


--
-- Name: TABLE w; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.w TO app_reader;


--
-- Name: TABLE m; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.m TO app_reader;


--
-- PostgreSQL database dump complete
--

