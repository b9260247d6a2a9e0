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
-- Name: SCHEMA s; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SCHEMA s IS '1';


--
-- Name: co; Type: COLLATION; Schema: s; Owner: postgres
--

CREATE COLLATION s.co (provider = libc, locale = 'C');


ALTER COLLATION s.co OWNER TO postgres;

--
-- Name: COLLATION co; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON COLLATION s.co IS '19';


--
-- Name: c; Type: TYPE; Schema: s; Owner: postgres
--

CREATE TYPE s.c AS (
	a integer
);


ALTER TYPE s.c OWNER TO postgres;

--
-- Name: TYPE c; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON TYPE s.c IS '9';


--
-- Name: COLUMN c.a; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON COLUMN s.c.a IS '10';


--
-- Name: d; Type: DOMAIN; Schema: s; Owner: postgres
--

CREATE DOMAIN s.d AS integer
	CONSTRAINT pos CHECK ((VALUE > 0));


ALTER DOMAIN s.d OWNER TO postgres;

--
-- Name: DOMAIN d; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON DOMAIN s.d IS '11';


--
-- Name: CONSTRAINT pos ON DOMAIN d; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON CONSTRAINT pos ON DOMAIN s.d IS '12';


--
-- Name: e; Type: TYPE; Schema: s; Owner: postgres
--

CREATE TYPE s.e AS ENUM (
    'x'
);


ALTER TYPE s.e OWNER TO postgres;

--
-- Name: TYPE e; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON TYPE s.e IS '8';


--
-- Name: f(integer); Type: FUNCTION; Schema: s; Owner: postgres
--

CREATE FUNCTION s.f(integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION s.f(integer) OWNER TO postgres;

--
-- Name: FUNCTION f(integer); Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON FUNCTION s.f(integer) IS '13';


--
-- Name: p(); Type: PROCEDURE; Schema: s; Owner: postgres
--

CREATE PROCEDURE s.p()
    LANGUAGE sql
    AS $$$$;


ALTER PROCEDURE s.p() OWNER TO postgres;

--
-- Name: PROCEDURE p(); Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON PROCEDURE s.p() IS '14';


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
-- Name: MATERIALIZED VIEW m; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON MATERIALIZED VIEW s.m IS '20';


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
-- Name: SEQUENCE q; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON SEQUENCE s.q IS '7';


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
-- Name: TABLE t; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON TABLE s.t IS '2';


--
-- Name: COLUMN t.b; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON COLUMN s.t.b IS '3';


--
-- Name: CONSTRAINT t_b_check ON t; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON CONSTRAINT t_b_check ON s.t IS '5';


--
-- Name: v; Type: VIEW; Schema: s; Owner: postgres
--

CREATE VIEW s.v AS
 SELECT t.a
   FROM s.t;


ALTER TABLE s.v OWNER TO postgres;

--
-- Name: VIEW v; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON VIEW s.v IS '6';


--
-- Name: COLUMN v.a; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON COLUMN s.v.a IS '23';


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: s; Owner: postgres
--

ALTER TABLE ONLY s.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);


--
-- Name: CONSTRAINT t_pkey ON t; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON CONSTRAINT t_pkey ON s.t IS '4';


--
-- Name: i; Type: INDEX; Schema: s; Owner: postgres
--

CREATE INDEX i ON s.t USING btree (b);


--
-- Name: INDEX i; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON INDEX s.i IS '21';


--
-- Name: INDEX t_pkey; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON INDEX s.t_pkey IS '22';


--
-- Name: st; Type: STATISTICS; Schema: s; Owner: postgres
--

CREATE STATISTICS s.st ON a, b FROM s.t;


ALTER STATISTICS s.st OWNER TO postgres;

--
-- Name: STATISTICS st; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON STATISTICS s.st IS '18';


--
-- Name: t r; Type: RULE; Schema: s; Owner: postgres
--

CREATE RULE r AS
    ON INSERT TO s.t DO NOTHING;


--
-- Name: RULE r ON t; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON RULE r ON s.t IS '16';


--
-- Name: t tr; Type: TRIGGER; Schema: s; Owner: postgres
--

CREATE TRIGGER tr BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.tf();


--
-- Name: TRIGGER tr ON t; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON TRIGGER tr ON s.t IS '15';


--
-- Name: t po; Type: POLICY; Schema: s; Owner: postgres
--

CREATE POLICY po ON s.t;


--
-- Name: POLICY po ON t; Type: COMMENT; Schema: s; Owner: postgres
--

COMMENT ON POLICY po ON s.t IS '17';


--
-- PostgreSQL database dump complete
--

