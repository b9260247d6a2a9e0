--
-- PostgreSQL database dump
--

\restrict 6GZKJzX2V6bvtHuQFaaPB24T7wZlboRuNJLpkC3peIz3VixbGW1IiK1CDGiPJgs

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
-- Name: user_notes; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.user_notes (
    id bigint NOT NULL,
    body text
);


ALTER TABLE public.user_notes OWNER TO postgres;

--
-- Name: TABLE user_notes; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.user_notes IS 'n';


--
-- Name: user_notes_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.user_notes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.user_notes_id_seq OWNER TO postgres;

--
-- Name: user_notes_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.user_notes_id_seq OWNED BY public.user_notes.id;


--
-- Name: users; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.users (
    id integer NOT NULL,
    name text
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Name: user_notes id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.user_notes ALTER COLUMN id SET DEFAULT nextval('public.user_notes_id_seq'::regclass);


--
-- Name: user_notes user_notes_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.user_notes
    ADD CONSTRAINT user_notes_pkey PRIMARY KEY (id);


--
-- Name: user_notes_body_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX user_notes_body_idx ON public.user_notes USING btree (body);


--
-- Name: TABLE user_notes; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.user_notes TO reader;


--
-- PostgreSQL database dump complete
--

\unrestrict 6GZKJzX2V6bvtHuQFaaPB24T7wZlboRuNJLpkC3peIz3VixbGW1IiK1CDGiPJgs

