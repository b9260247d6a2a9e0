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
    z integer,
    y text DEFAULT 'y'::text,
    x timestamp with time zone DEFAULT now() NOT NULL,
    w text COLLATE pg_catalog."C",
    v integer GENERATED ALWAYS AS ((a + 1)) STORED,
    u integer NOT NULL
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: t_u_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.t_u_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.t_u_seq OWNER TO postgres;

--
-- Name: t_u_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.t_u_seq OWNED BY public.t.u;


--
-- Name: t u; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ALTER COLUMN u SET DEFAULT nextval('public.t_u_seq'::regclass);


--
-- PostgreSQL database dump complete
--

