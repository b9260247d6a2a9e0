--
-- PostgreSQL database dump
--

\restrict kvqwjvPgFwc9foQuM1bvZFYBtRTbsEWL5enhKybXgmUPrX5ejx1vdac5m2baDGq

-- Dumped from database version 18.1
-- Dumped by pg_dump version 18.1

SET statement_timeout = 0;
SET lock_timeout = 0;
SET transaction_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: em; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.em AS text
	CONSTRAINT em_check CHECK ((VALUE OPERATOR(pg_catalog.~) '@'::text));


ALTER DOMAIN public.em OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'a',
    'b'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: touch(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$begin new.name := 'x'; return new; end$$;


ALTER FUNCTION public.touch() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: posts; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.posts (
    id integer CONSTRAINT key_not_null NOT NULL,
    user_id integer,
    body text DEFAULT 'x'::text,
    CONSTRAINT posts_body_check CHECK ((length(body) > 0))
);


ALTER TABLE public.posts OWNER TO postgres;

--
-- Name: posts_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.posts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.posts_id_seq OWNER TO postgres;

--
-- Name: posts_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.posts_id_seq OWNED BY public.posts.id;


--
-- Name: users; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.users (
    id integer NOT NULL,
    name text
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT u.id,
    count(*) AS n
   FROM (public.users u
     JOIN public.posts p ON ((p.user_id = u.id)))
  GROUP BY u.id
 HAVING (count(*) > 1);


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: posts id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE public.posts ALTER COLUMN id SET DEFAULT nextval('public.posts_id_seq'::regclass);


--
-- Name: posts posts_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE public.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: posts_user_id_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX posts_user_id_idx ON public.posts USING btree (user_id) WHERE (body <> ''::text);


--
-- Name: users t; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER t BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE PROCEDURE public.touch();


--
-- Name: posts posts_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE public.posts
    ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
-- Name: TABLE posts; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.users TO reader;
GRANT ALL ON TABLE public.posts TO app;


--
-- Name: TABLE users; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.posts TO reader;


--
-- PostgreSQL database dump complete
--

\unrestrict kvqwjvPgFwc9foQuM1bvZFYBtRTbsEWL5enhKybXgmUPrX5ejx1vdac5m2baDGq

