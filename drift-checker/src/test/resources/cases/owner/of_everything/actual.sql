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
-- Name: s; Type: SCHEMA; Schema: -; Owner: app_owner
--

CREATE SCHEMA s;


ALTER SCHEMA s OWNER TO app_owner;

--
-- Name: co; Type: COLLATION; Schema: s; Owner: app_owner
--

CREATE COLLATION s.co (provider = libc, locale = 'C');


ALTER COLLATION s.co OWNER TO app_owner;

--
-- Name: c; Type: TYPE; Schema: s; Owner: app_owner
--

CREATE TYPE s.c AS (
	a integer
);


ALTER TYPE s.c OWNER TO app_owner;

--
-- Name: d; Type: DOMAIN; Schema: s; Owner: app_owner
--

CREATE DOMAIN s.d AS integer;


ALTER DOMAIN s.d OWNER TO app_owner;

--
-- Name: e; Type: TYPE; Schema: s; Owner: app_owner
--

CREATE TYPE s.e AS ENUM (
    'x'
);


ALTER TYPE s.e OWNER TO app_owner;

--
-- Name: r; Type: TYPE; Schema: s; Owner: app_owner
--

CREATE TYPE s.r AS RANGE (
    subtype = integer,
    multirange_type_name = s.r_multirange
);


ALTER TYPE s.r OWNER TO app_owner;

--
-- Name: ef(); Type: FUNCTION; Schema: s; Owner: postgres
--

CREATE FUNCTION s.ef() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ BEGIN END $$;


ALTER FUNCTION s.ef() OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: s; Owner: app_owner
--

CREATE FUNCTION s.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION s.f() OWNER TO app_owner;

--
-- Name: p(); Type: PROCEDURE; Schema: s; Owner: app_owner
--

CREATE PROCEDURE s.p()
    LANGUAGE sql
    AS $$$$;


ALTER PROCEDURE s.p() OWNER TO app_owner;

--
-- Name: ag(integer); Type: AGGREGATE; Schema: s; Owner: app_owner
--

CREATE AGGREGATE s.ag(integer) (
    SFUNC = int4pl,
    STYPE = integer
);


ALTER AGGREGATE s.ag(integer) OWNER TO app_owner;

--
-- Name: fam; Type: OPERATOR FAMILY; Schema: s; Owner: app_owner
--

CREATE OPERATOR FAMILY s.fam USING btree;


ALTER OPERATOR FAMILY s.fam USING btree OWNER TO app_owner;

--
-- Name: cv; Type: CONVERSION; Schema: s; Owner: app_owner
--

CREATE CONVERSION s.cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;


ALTER CONVERSION s.cv OWNER TO app_owner;

--
-- Name: td; Type: TEXT SEARCH DICTIONARY; Schema: s; Owner: app_owner
--

CREATE TEXT SEARCH DICTIONARY s.td (
    TEMPLATE = pg_catalog.simple );


ALTER TEXT SEARCH DICTIONARY s.td OWNER TO app_owner;

--
-- Name: ts; Type: TEXT SEARCH CONFIGURATION; Schema: s; Owner: app_owner
--

CREATE TEXT SEARCH CONFIGURATION s.ts (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR word WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION s.ts
    ADD MAPPING FOR uint WITH simple;


ALTER TEXT SEARCH CONFIGURATION s.ts OWNER TO app_owner;

--
-- Name: w; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: postgres
--

CREATE FOREIGN DATA WRAPPER w;


ALTER FOREIGN DATA WRAPPER w OWNER TO postgres;

--
-- Name: sv; Type: SERVER; Schema: -; Owner: app_owner
--

CREATE SERVER sv FOREIGN DATA WRAPPER w;


ALTER SERVER sv OWNER TO app_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: m; Type: MATERIALIZED VIEW; Schema: s; Owner: app_owner
--

CREATE MATERIALIZED VIEW s.m AS
 SELECT 1 AS a
  WITH NO DATA;


ALTER TABLE s.m OWNER TO app_owner;

--
-- Name: q; Type: SEQUENCE; Schema: s; Owner: app_owner
--

CREATE SEQUENCE s.q
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE s.q OWNER TO app_owner;

--
-- Name: t; Type: TABLE; Schema: s; Owner: app_owner
--

CREATE TABLE s.t (
    id integer NOT NULL,
    a integer NOT NULL
);


ALTER TABLE s.t OWNER TO app_owner;

--
-- Name: t_a_seq; Type: SEQUENCE; Schema: s; Owner: app_owner
--

ALTER TABLE s.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME s.t_a_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: t_id_seq; Type: SEQUENCE; Schema: s; Owner: app_owner
--

CREATE SEQUENCE s.t_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE s.t_id_seq OWNER TO app_owner;

--
-- Name: t_id_seq; Type: SEQUENCE OWNED BY; Schema: s; Owner: app_owner
--

ALTER SEQUENCE s.t_id_seq OWNED BY s.t.id;


--
-- Name: v; Type: VIEW; Schema: s; Owner: app_owner
--

CREATE VIEW s.v AS
 SELECT 1 AS a;


ALTER TABLE s.v OWNER TO app_owner;

--
-- Name: t id; Type: DEFAULT; Schema: s; Owner: app_owner
--

ALTER TABLE ONLY s.t ALTER COLUMN id SET DEFAULT nextval('s.t_id_seq'::regclass);


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: s; Owner: app_owner
--

ALTER TABLE ONLY s.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- Name: st; Type: STATISTICS; Schema: s; Owner: app_owner
--

CREATE STATISTICS s.st ON id, a FROM s.t;


ALTER STATISTICS s.st OWNER TO app_owner;

--
-- Name: pub; Type: PUBLICATION; Schema: -; Owner: app_owner
--

CREATE PUBLICATION pub WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION pub OWNER TO app_owner;

--
-- Name: pub t; Type: PUBLICATION TABLE; Schema: s; Owner: app_owner
--

ALTER PUBLICATION pub ADD TABLE ONLY s.t;


--
-- PostgreSQL database dump complete
--

