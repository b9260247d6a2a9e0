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
-- Name: s; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA s;


ALTER SCHEMA s OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION public.f() OWNER TO postgres;

--
-- Name: g(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.g() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION public.g() OWNER TO postgres;

--
-- Name: q; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.q
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.q OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: u; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.u (
    a integer
);


ALTER TABLE public.u OWNER TO postgres;

--
-- Name: t; Type: TABLE; Schema: s; Owner: postgres
--

CREATE TABLE s.t (
    a integer NOT NULL
);


ALTER TABLE s.t OWNER TO postgres;

--
-- Name: t_a_seq; Type: SEQUENCE; Schema: s; Owner: postgres
--

CREATE SEQUENCE s.t_a_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE s.t_a_seq OWNER TO postgres;

--
-- Name: t_a_seq; Type: SEQUENCE OWNED BY; Schema: s; Owner: postgres
--

ALTER SEQUENCE s.t_a_seq OWNED BY s.t.a;


--
-- Name: v; Type: VIEW; Schema: s; Owner: postgres
--

CREATE VIEW s.v AS
 SELECT 1 AS a;


ALTER TABLE s.v OWNER TO postgres;

--
-- Name: t a; Type: DEFAULT; Schema: s; Owner: postgres
--

ALTER TABLE ONLY s.t ALTER COLUMN a SET DEFAULT nextval('s.t_a_seq'::regclass);


--
-- Name: FUNCTION f(); Type: ACL; Schema: public; Owner: postgres
--

REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;


--
-- Name: SEQUENCE q; Type: ACL; Schema: public; Owner: postgres
--

GRANT USAGE ON SEQUENCE public.q TO app_reader;


--
-- Name: TABLE u; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT,INSERT ON TABLE public.u TO app_reader;


--
-- Name: TABLE t; Type: ACL; Schema: s; Owner: postgres
--

GRANT INSERT ON TABLE s.t TO app_owner;


--
-- Name: SEQUENCE t_a_seq; Type: ACL; Schema: s; Owner: postgres
--

GRANT USAGE ON SEQUENCE s.t_a_seq TO app_reader;


--
-- Name: TABLE v; Type: ACL; Schema: s; Owner: postgres
--

GRANT INSERT ON TABLE s.v TO app_owner;
GRANT SELECT ON TABLE s.v TO app_reader;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: s; Owner: postgres
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s GRANT INSERT ON TABLES  TO app_owner;


--
-- Name: DEFAULT PRIVILEGES FOR SEQUENCES; Type: DEFAULT ACL; Schema: -; Owner: postgres
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT USAGE ON SEQUENCES  TO app_reader;


--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: postgres
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: -; Owner: postgres
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES  TO app_reader;


--
-- PostgreSQL database dump complete
--

