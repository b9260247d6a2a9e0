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
-- Name: hstore; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;


--
-- Name: EXTENSION hstore; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';


--
-- Name: e; Type: TYPE; Schema: s; Owner: postgres
--

CREATE TYPE s.e AS ENUM (
    'a'
);


ALTER TYPE s.e OWNER TO postgres;

--
-- Name: d; Type: DOMAIN; Schema: s; Owner: postgres
--

CREATE DOMAIN s.d AS s.e;


ALTER DOMAIN s.d OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: s; Owner: postgres
--

CREATE FUNCTION s.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;


ALTER FUNCTION s.f() OWNER TO postgres;

SET default_tablespace = '';

--
-- Name: p; Type: TABLE; Schema: s; Owner: postgres
--

CREATE TABLE s.p (
    a integer,
    t integer
)
PARTITION BY LIST (a);


ALTER TABLE s.p OWNER TO postgres;

--
-- Name: q; Type: SEQUENCE; Schema: s; Owner: postgres
--

CREATE SEQUENCE s.q
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE s.q OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: s; Owner: postgres
--

CREATE TABLE s.t (
    id integer DEFAULT nextval('s.q'::regclass) NOT NULL,
    d s.d,
    h public.hstore
);


ALTER TABLE s.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: s; Owner: postgres
--

CREATE VIEW s.v AS
 SELECT t.id,
    p.a
   FROM (s.t
     JOIN s.p ON ((p.t = t.id)));


ALTER TABLE s.v OWNER TO postgres;

--
-- Name: m; Type: MATERIALIZED VIEW; Schema: s; Owner: postgres
--

CREATE MATERIALIZED VIEW s.m AS
 SELECT v.id,
    v.a
   FROM s.v
  WITH NO DATA;


ALTER TABLE s.m OWNER TO postgres;

--
-- Name: p1; Type: TABLE; Schema: s; Owner: postgres
--

CREATE TABLE s.p1 (
    a integer,
    t integer
);


ALTER TABLE s.p1 OWNER TO postgres;

--
-- Name: p1; Type: TABLE ATTACH; Schema: s; Owner: postgres
--

ALTER TABLE ONLY s.p ATTACH PARTITION s.p1 FOR VALUES IN (1);


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: s; Owner: postgres
--

ALTER TABLE ONLY s.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- Name: i; Type: INDEX; Schema: s; Owner: postgres
--

CREATE INDEX i ON s.m USING btree (a);


--
-- Name: st; Type: STATISTICS; Schema: s; Owner: postgres
--

CREATE STATISTICS s.st ON a, t FROM s.p;


ALTER STATISTICS s.st OWNER TO postgres;

--
-- Name: t r; Type: RULE; Schema: s; Owner: postgres
--

CREATE RULE r AS
    ON DELETE TO s.t DO INSTEAD NOTHING;


--
-- Name: p tr; Type: TRIGGER; Schema: s; Owner: postgres
--

CREATE TRIGGER tr AFTER INSERT ON s.p FOR EACH ROW EXECUTE FUNCTION s.f();


--
-- Name: p p_t_fkey; Type: FK CONSTRAINT; Schema: s; Owner: postgres
--

ALTER TABLE s.p
    ADD CONSTRAINT p_t_fkey FOREIGN KEY (t) REFERENCES s.t(id);


--
-- Name: pub; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION pub WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION pub OWNER TO postgres;

--
-- Name: pub t; Type: PUBLICATION TABLE; Schema: s; Owner: postgres
--

ALTER PUBLICATION pub ADD TABLE ONLY s.t;


--
-- PostgreSQL database dump complete
--

