-- PostgreSQL database dump
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
-- Name: citext; Type: EXTENSION; Schema: -; Owner: -
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
-- Name: EXTENSION citext; Type: COMMENT; Schema: -; Owner: -
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';
-- Name: uuid-ossp; Type: EXTENSION; Schema: -; Owner: -
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
-- Name: EXTENSION "uuid-ossp"; Type: COMMENT; Schema: -; Owner: -
COMMENT ON EXTENSION "uuid-ossp" IS 'generate universally unique identifiers (UUIDs)';
-- Name: addr; Type: TYPE; Schema: public; Owner: -
CREATE TYPE public.addr AS (
	street text,
	zip character varying(10)
);
-- Name: email; Type: DOMAIN; Schema: public; Owner: -
CREATE DOMAIN public.email AS text NOT NULL
	CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));
-- Name: status; Type: TYPE; Schema: public; Owner: -
CREATE TYPE public.status AS ENUM (
    'new',
    'open',
    'done'
);
-- Name: f(integer, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.f(a integer, b text DEFAULT 'x'::text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ select 1 $$;
-- Name: trg(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.trg() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin insert into posts(title) values ('x'); return new; end $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
-- Name: people; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.people (
    id bigint NOT NULL,
    name character varying(50) DEFAULT 'x'::character varying NOT NULL,
    e public.email,
    st public.status DEFAULT 'new'::public.status,
    created timestamp with time zone DEFAULT now(),
    active boolean DEFAULT true,
    score numeric(10,2) DEFAULT 0,
    tags text[] DEFAULT '{}'::text[],
    meta jsonb DEFAULT '{}'::jsonb,
    bio text,
    CONSTRAINT users_bio_check CHECK ((length(bio) < 10)),
    CONSTRAINT users_score_check CHECK (((score > (0)::numeric) AND (score < (100)::numeric)))
);
-- Name: active_people; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.active_people AS
 SELECT people.id,
    people.name
   FROM public.people
  WHERE people.active;
-- Name: base; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.base (
    a integer NOT NULL,
    b text DEFAULT 'q'::text,
    d integer DEFAULT 3,
    CONSTRAINT base_a_check CHECK ((a > 0))
);
-- Name: child; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.child (
    c integer
)
INHERITS (public.base);
-- Name: ct; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.ct (
    x public.citext,
    y public.citext DEFAULT 'a'::public.citext,
    u uuid DEFAULT public.uuid_generate_v4()
);
-- Name: meas; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meas (
    ts timestamp without time zone NOT NULL,
    v double precision,
    k integer
)
PARTITION BY RANGE (ts);
-- Name: meas_1; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meas_1 (
    ts timestamp without time zone NOT NULL,
    v double precision,
    k integer
);
-- Name: meas_d; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meas_d (
    ts timestamp without time zone NOT NULL,
    v double precision,
    k integer
);
-- Name: posts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.posts (
    id integer NOT NULL,
    user_id bigint,
    title text,
    content character varying,
    kind character varying(10),
    n integer DEFAULT '-1'::integer,
    slug text GENERATED ALWAYS AS ((lower(title) || '-x'::text)) STORED,
    views integer DEFAULT 0 NOT NULL,
    CONSTRAINT posts_kind_check CHECK (((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))
);
-- Name: TABLE posts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.posts IS 'the posts';
-- Name: COLUMN posts.title; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.posts.title IS 'title';
-- Name: mv; Type: MATERIALIZED VIEW; Schema: public; Owner: -
CREATE MATERIALIZED VIEW public.mv AS
 SELECT count(*) AS c
   FROM public.posts
  WITH NO DATA;
-- Name: posts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
ALTER TABLE public.posts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.posts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
-- Name: s1; Type: SEQUENCE; Schema: public; Owner: -
CREATE SEQUENCE public.s1
    START WITH 10
    INCREMENT BY 2
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
-- Name: s1; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
ALTER SEQUENCE public.s1 OWNED BY public.posts.n;
-- Name: users_id_seq; Type: SEQUENCE; Schema: public; Owner: -
CREATE SEQUENCE public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
-- Name: users_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
ALTER SEQUENCE public.users_id_seq OWNED BY public.people.id;
-- Name: meas_1; Type: TABLE ATTACH; Schema: public; Owner: -
ALTER TABLE ONLY public.meas ATTACH PARTITION public.meas_1 FOR VALUES FROM ('2026-01-01 00:00:00') TO ('2026-02-01 00:00:00');
-- Name: meas_d; Type: TABLE ATTACH; Schema: public; Owner: -
ALTER TABLE ONLY public.meas ATTACH PARTITION public.meas_d DEFAULT;
-- Name: child b; Type: DEFAULT; Schema: public; Owner: -
ALTER TABLE ONLY public.child ALTER COLUMN b SET DEFAULT 'q'::text;
-- Name: child d; Type: DEFAULT; Schema: public; Owner: -
ALTER TABLE ONLY public.child ALTER COLUMN d SET DEFAULT 3;
-- Name: people id; Type: DEFAULT; Schema: public; Owner: -
ALTER TABLE ONLY public.people ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
-- Name: meas meas_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meas
    ADD CONSTRAINT meas_pkey PRIMARY KEY (ts);
-- Name: meas_1 meas_1_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meas_1
    ADD CONSTRAINT meas_1_pkey PRIMARY KEY (ts);
-- Name: meas_d meas_d_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meas_d
    ADD CONSTRAINT meas_d_pkey PRIMARY KEY (ts);
-- Name: people people_score; Type: CHECK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE public.people
    ADD CONSTRAINT people_score CHECK (((score >= (1)::numeric) AND (score <= (50)::numeric))) NOT VALID;
-- Name: posts posts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (id);
-- Name: people users_name_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.people
    ADD CONSTRAINT users_name_key UNIQUE (name);
-- Name: people users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.people
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
-- Name: meas_k_idx; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meas_k_idx ON ONLY public.meas USING btree (k);
-- Name: meas_1_k_idx; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meas_1_k_idx ON public.meas_1 USING btree (k);
-- Name: meas_d_k_idx; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meas_d_k_idx ON public.meas_d USING btree (k);
-- Name: posts_lower_user_id_idx; Type: INDEX; Schema: public; Owner: -
CREATE INDEX posts_lower_user_id_idx ON public.posts USING btree (lower(title), user_id DESC NULLS LAST) WHERE (content IS NOT NULL);
-- Name: posts_slug; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX posts_slug ON public.posts USING btree (slug) INCLUDE (title);
-- Name: posts_user_id_idx; Type: INDEX; Schema: public; Owner: -
CREATE INDEX posts_user_id_idx ON public.posts USING btree (user_id);
-- Name: meas_1_k_idx; Type: INDEX ATTACH; Schema: public; Owner: -
ALTER INDEX public.meas_k_idx ATTACH PARTITION public.meas_1_k_idx;
-- Name: meas_1_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
ALTER INDEX public.meas_pkey ATTACH PARTITION public.meas_1_pkey;
-- Name: meas_d_k_idx; Type: INDEX ATTACH; Schema: public; Owner: -
ALTER INDEX public.meas_k_idx ATTACH PARTITION public.meas_d_k_idx;
-- Name: meas_d_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
ALTER INDEX public.meas_pkey ATTACH PARTITION public.meas_d_pkey;
-- Name: people t1; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER t1 AFTER INSERT OR UPDATE OF name ON public.people FOR EACH ROW WHEN ((new.name IS NOT NULL)) EXECUTE FUNCTION public.trg();
-- Name: posts posts_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.people(id) ON DELETE CASCADE;
-- Name: posts p1; Type: POLICY; Schema: public; Owner: -
CREATE POLICY p1 ON public.posts FOR SELECT USING ((user_id = 1));
-- Name: posts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.posts ENABLE ROW LEVEL SECURITY;
-- Name: FUNCTION f(a integer, b text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.f(a integer, b text) FROM PUBLIC;
-- Name: TABLE posts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.posts TO PUBLIC;
-- PostgreSQL database dump complete
