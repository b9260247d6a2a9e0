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
-- Name: st; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.st AS ENUM (
    'new',
    'old'
);


ALTER TYPE public.st OWNER TO postgres;

--
-- Name: f(public.st); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f(public.st) RETURNS text
    LANGUAGE sql
    AS $_$SELECT $1::text$_$;


ALTER FUNCTION public.f(public.st) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: o; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.o (
    id bigint NOT NULL,
    u bigint NOT NULL,
    sum numeric(12,2),
    CONSTRAINT o_sum_check CHECK ((sum >= (0)::numeric))
);


ALTER TABLE public.o OWNER TO postgres;

--
-- Name: u; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.u (
    id bigint NOT NULL,
    mail character varying(200) NOT NULL,
    st public.st DEFAULT 'old'::public.st,
    at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.u OWNER TO postgres;

--
-- Name: big; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.big AS
 SELECT u.mail,
    sum(o.sum) AS s,
    count(*) AS n
   FROM (public.u
     JOIN public.o ON ((o.u = u.id)))
  GROUP BY u.mail;


ALTER TABLE public.big OWNER TO postgres;

--
-- Name: o_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.o_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.o_id_seq OWNER TO postgres;

--
-- Name: o_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.o_id_seq OWNED BY public.o.id;


--
-- Name: u_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.u_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.u_id_seq OWNER TO postgres;

--
-- Name: u_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.u_id_seq OWNED BY public.u.id;


--
-- Name: x; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.x (
    u bigint NOT NULL,
    o bigint
);


ALTER TABLE public.x OWNER TO postgres;

--
-- Name: o id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.o ALTER COLUMN id SET DEFAULT nextval('public.o_id_seq'::regclass);


--
-- Name: u id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);


--
-- Name: o o_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.o
    ADD CONSTRAINT o_pkey PRIMARY KEY (id);


--
-- Name: u u_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.u
    ADD CONSTRAINT u_pkey PRIMARY KEY (id);


--
-- Name: x x_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.x
    ADD CONSTRAINT x_pkey PRIMARY KEY (u);


--
-- Name: o_u; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX o_u ON public.o USING btree (u) WHERE (sum > (0)::numeric);


--
-- Name: o o_u_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.o
    ADD CONSTRAINT o_u_fkey FOREIGN KEY (u) REFERENCES public.u(id) ON DELETE CASCADE;


--
-- Name: x x_o_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.x
    ADD CONSTRAINT x_o_fkey FOREIGN KEY (o) REFERENCES public.o(id);


--
-- Name: x x_u_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.x
    ADD CONSTRAINT x_u_fkey FOREIGN KEY (u) REFERENCES public.u(id);


--
-- Name: TABLE big; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.big TO app_reader;


--
-- PostgreSQL database dump complete
--

