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
-- Name: a; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.a
    AS smallint
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    MAXVALUE 100
    CACHE 1
    CYCLE;


ALTER TABLE public.a OWNER TO postgres;

--
-- Name: b; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.b
    START WITH -1
    INCREMENT BY -2
    MINVALUE -50
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.b OWNER TO postgres;

--
-- Name: c; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.c
    START WITH 500
    INCREMENT BY 1
    MINVALUE 100
    NO MAXVALUE
    CACHE 7;


ALTER TABLE public.c OWNER TO postgres;

--
-- Name: d; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.d
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.d OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    x integer,
    y integer
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: e; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.e
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.e OWNER TO postgres;

--
-- Name: e; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.e OWNED BY public.t.y;


--
-- PostgreSQL database dump complete
--

