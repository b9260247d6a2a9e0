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
-- Name: t p; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY p ON public.t FOR SELECT TO app_reader USING ((a > 1));


--
-- Name: t q; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY q ON public.t AS RESTRICTIVE FOR UPDATE USING ((a > 2)) WITH CHECK ((a > 3));


--
-- Name: t r; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY r ON public.t TO app_owner USING (true);


--
-- Name: t; Type: ROW SECURITY; Schema: public; Owner: postgres
--

ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

--
-- PostgreSQL database dump complete
--

