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
-- Name: positive; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.positive AS integer
	CONSTRAINT positive_check CHECK ((VALUE > 0));


ALTER DOMAIN public.positive OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: pair; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.pair (
    a integer NOT NULL
);


ALTER TABLE public.pair OWNER TO postgres;

--
-- Name: pairs; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.pairs (
    id integer,
    at public.pair
);


ALTER TABLE public.pairs OWNER TO postgres;

--
-- Name: parts; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.parts (
    a integer
)
PARTITION BY RANGE (a);


ALTER TABLE public.parts OWNER TO postgres;

--
-- Name: place; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.place (
    a integer,
    p public.positive
);


ALTER TABLE public.place OWNER TO postgres;

--
-- Name: quick; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.quick (
    a integer,
    b timestamp with time zone DEFAULT now(),
    c integer DEFAULT 7 NOT NULL,
    d character varying(5) DEFAULT 'x'::character varying
);


ALTER TABLE public.quick OWNER TO postgres;

--
-- Name: races; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.races (
    id integer,
    at public.quick
);


ALTER TABLE public.races OWNER TO postgres;

--
-- Name: shop; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.shop (
    a integer,
    b double precision DEFAULT random()
);


ALTER TABLE public.shop OWNER TO postgres;

--
-- Name: sales; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.sales (
    id integer,
    at public.shop[]
);


ALTER TABLE public.sales OWNER TO postgres;

--
-- Name: site; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.site (
    a integer,
    id integer NOT NULL
);


ALTER TABLE public.site OWNER TO postgres;

--
-- Name: site_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: trips; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.trips (
    id integer,
    at public.site
);


ALTER TABLE public.trips OWNER TO postgres;

--
-- Name: visits; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.visits (
    id integer,
    at public.place
);


ALTER TABLE public.visits OWNER TO postgres;

--
-- Name: wholes; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.wholes (
    id integer,
    at public.parts
);


ALTER TABLE public.wholes OWNER TO postgres;

--
-- Name: pair pair_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.pair
    ADD CONSTRAINT pair_pkey PRIMARY KEY (a);


--
-- PostgreSQL database dump complete
--


