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
-- Name: u; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.u (
    a integer
);


ALTER TABLE public.u OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: t a; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER a BEFORE INSERT OR DELETE ON public.t FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION public.f('x', 'it''s');

ALTER TABLE public.t ENABLE REPLICA TRIGGER a;


--
-- Name: t b; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER b AFTER UPDATE ON public.t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.f();


--
-- Name: TRIGGER b ON t; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TRIGGER b ON public.t IS 'b';


--
-- Name: v c; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER c INSTEAD OF INSERT OR UPDATE ON public.v FOR EACH ROW EXECUTE FUNCTION public.f();


--
-- Name: t d; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE CONSTRAINT TRIGGER d AFTER INSERT ON public.t FROM public.u DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.f();


--
-- Name: t e; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER e AFTER TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.f();


--
-- PostgreSQL database dump complete
--

