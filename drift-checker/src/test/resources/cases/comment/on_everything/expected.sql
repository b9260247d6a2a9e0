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
-- Name: co; Type: COLLATION; Schema: s; Owner: postgres
--

CREATE COLLATION s.co (provider = libc, locale = 'C');


ALTER COLLATION s.co OWNER TO postgres;

--
-- Name: c; Type: TYPE; Schema: s; Owner: postgres
--

CREATE TYPE s.c AS (
	a integer
);


ALTER TYPE s.c OWNER TO postgres;

--
-- Name: d; Type: DOMAIN; Schema: s; Owner: postgres
--

CREATE DOMAIN s.d AS integer
	CONSTRAINT pos CHECK ((VALUE > 0));


ALTER DOMAIN s.d OWNER TO postgres;

--
-- Name: e; Type: TYPE; Schema: s; Owner: postgres
--

CREATE TYPE s.e AS ENUM (
    'x'
);


ALTER TYPE s.e OWNER TO postgres;

--
-- Name: f(integer); Type: FUNCTION; Schema: s; Owner: postgres
--

CREATE FUNCTION s.f(integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION s.f(integer) OWNER TO postgres;

--
-- Name: p(); Type: PROCEDURE; Schema: s; Owner: postgres
--

CREATE PROCEDURE s.p()
    LANGUAGE sql
    AS $$$$;


ALTER PROCEDURE s.p() OWNER TO postgres;

--
-- Name: tf(); Type: FUNCTION; Schema: s; Owner: postgres
--

CREATE FUNCTION s.tf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;


ALTER FUNCTION s.tf() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: m; Type: MATERIALIZED VIEW; Schema: s; Owner: postgres
--

CREATE MATERIALIZED VIEW s.m AS
 SELECT 1 AS a
  WITH NO DATA;


ALTER TABLE s.m OWNER TO postgres;

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

--
-- Name: t; Type: TABLE; Schema: s; Owner: postgres
--

CREATE TABLE s.t (
    a integer NOT NULL,
    b text,
    CONSTRAINT t_b_check CHECK ((b <> ''::text))
);


ALTER TABLE s.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: s; Owner: postgres
--

CREATE VIEW s.v AS
 SELECT t.a
   FROM s.t;


ALTER TABLE s.v OWNER TO postgres;

--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: s; Owner: postgres
--

ALTER TABLE ONLY s.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);


--
-- Name: i; Type: INDEX; Schema: s; Owner: postgres
--

CREATE INDEX i ON s.t USING btree (b);


--
-- Name: st; Type: STATISTICS; Schema: s; Owner: postgres
--

CREATE STATISTICS s.st ON a, b FROM s.t;


ALTER STATISTICS s.st OWNER TO postgres;

--
-- Name: t r; Type: RULE; Schema: s; Owner: postgres
--

CREATE RULE r AS
    ON INSERT TO s.t DO NOTHING;


--
-- Name: t tr; Type: TRIGGER; Schema: s; Owner: postgres
--

CREATE TRIGGER tr BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.tf();


--
-- Name: t po; Type: POLICY; Schema: s; Owner: postgres
--

CREATE POLICY po ON s.t;


--
-- PostgreSQL database dump complete
--

