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
    a integer NOT NULL,
    c text DEFAULT 'x'::text NOT NULL,
    d bigint NOT NULL,
    e integer NOT NULL
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: COLUMN t.c; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.t.c IS 'c';


--
-- Name: t_d_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.t_d_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.t_d_seq OWNER TO postgres;

--
-- Name: t_d_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.t_d_seq OWNED BY public.t.d;


--
-- Name: t_e_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.t ALTER COLUMN e ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.t_e_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT t.c,
    t.d
   FROM public.t;


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: t d; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t ALTER COLUMN d SET DEFAULT nextval('public.t_d_seq'::regclass);


--
-- Name: t_c; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX t_c ON public.t USING btree (c);


--
-- PostgreSQL database dump complete
--

