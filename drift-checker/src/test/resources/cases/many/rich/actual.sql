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
-- Name: Odd Name; Type: SCHEMA; Schema: -; Owner: app_owner
--

CREATE SCHEMA "Odd Name";


ALTER SCHEMA "Odd Name" OWNER TO app_owner;

--
-- Name: app; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA app;


ALTER SCHEMA app OWNER TO postgres;

--
-- Name: SCHEMA app; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SCHEMA app IS 'it''s ours';


--
-- Name: SCHEMA public; Type: COMMENT; Schema: -; Owner: pg_database_owner
--

COMMENT ON SCHEMA public IS 'not the standard one';


--
-- Name: plain; Type: COLLATION; Schema: app; Owner: postgres
--

CREATE COLLATION app.plain (provider = libc, locale = 'C');


ALTER COLLATION app.plain OWNER TO postgres;

--
-- Name: address; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.address AS (
	street text COLLATE pg_catalog."C",
	zip character varying(9),
	at point
);


ALTER TYPE app.address OWNER TO postgres;

--
-- Name: COLUMN address.zip; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON COLUMN app.address.zip IS 'zip';


--
-- Name: email; Type: DOMAIN; Schema: app; Owner: postgres
--

CREATE DOMAIN app.email AS text COLLATE pg_catalog."C" NOT NULL DEFAULT 'a@b'::text
	CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text));


ALTER DOMAIN app.email OWNER TO postgres;

--
-- Name: DOMAIN email; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON DOMAIN app.email IS 'mail';


--
-- Name: CONSTRAINT has_at ON DOMAIN email; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON CONSTRAINT has_at ON DOMAIN app.email IS 'at';


--
-- Name: later; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.later;


ALTER TYPE app.later OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: app; Owner: app_owner
--

CREATE TYPE app.mood AS ENUM (
    'sad',
    'fine',
    'ok',
    'very happy',
    'it''s'
);


ALTER TYPE app.mood OWNER TO app_owner;

--
-- Name: TYPE mood; Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON TYPE app.mood IS 'mood';


--
-- Name: difference(numeric, numeric); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.difference(a numeric, b numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT (a - b)::double precision$$;


ALTER FUNCTION app.difference(a numeric, b numeric) OWNER TO postgres;

--
-- Name: span; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.span AS RANGE (
    subtype = numeric,
    multirange_type_name = app.spans,
    subtype_diff = app.difference
);


ALTER TYPE app.span OWNER TO postgres;

--
-- Name: whole; Type: SHELL TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.whole;


--
-- Name: whole_in(cstring); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.whole_in(cstring) RETURNS app.whole
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4in$$;


ALTER FUNCTION app.whole_in(cstring) OWNER TO postgres;

--
-- Name: whole_out(app.whole); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.whole_out(app.whole) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4out$$;


ALTER FUNCTION app.whole_out(app.whole) OWNER TO postgres;

--
-- Name: whole; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.whole (
    INTERNALLENGTH = 4,
    INPUT = app.whole_in,
    OUTPUT = app.whole_out,
    DEFAULT = '0',
    CATEGORY = 'N',
    DELIMITER = ';',
    ALIGNMENT = int4,
    STORAGE = plain,
    PASSEDBYVALUE
);


ALTER TYPE app.whole OWNER TO postgres;

--
-- Name: CAST (app.whole AS integer); Type: CAST; Schema: -; Owner: -
--

CREATE CAST (app.whole AS integer) WITHOUT FUNCTION AS ASSIGNMENT;


--
-- Name: CAST (app.whole AS integer); Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON CAST (app.whole AS integer) IS 'a cast';


--
-- Name: cross_cmp(app.whole, integer); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.cross_cmp(app.whole, integer) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT
    AS $$btint4cmp$$;


ALTER FUNCTION app.cross_cmp(app.whole, integer) OWNER TO postgres;

--
-- Name: on_ddl(); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.on_ddl() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ BEGIN END $$;


ALTER FUNCTION app.on_ddl() OWNER TO postgres;

--
-- Name: pair(integer); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.pair(a integer, OUT b integer, OUT c text) RETURNS record
    LANGUAGE sql
    AS $$ SELECT 1, 'x' $$;


ALTER FUNCTION app.pair(a integer, OUT b integer, OUT c text) OWNER TO postgres;

--
-- Name: rows_of(text[]); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.rows_of(VARIADIC items text[]) RETURNS TABLE(id integer, "Name" text)
    LANGUAGE sql STABLE LEAKPROOF ROWS 7
    AS $$ SELECT 1, 'x' $$;


ALTER FUNCTION app.rows_of(VARIADIC items text[]) OWNER TO postgres;

--
-- Name: step(integer, app.mood); Type: FUNCTION; Schema: app; Owner: app_owner
--

CREATE FUNCTION app.step(internal_state integer, mood app.mood DEFAULT 'ok'::app.mood) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER COST 50 PARALLEL SAFE
    SET search_path TO 'app', 'pg_temp'
    SET work_mem TO '8MB'
    AS $$ BEGIN RETURN 1; END $$;


ALTER FUNCTION app.step(internal_state integer, mood app.mood) OWNER TO app_owner;

--
-- Name: FUNCTION step(internal_state integer, mood app.mood); Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON FUNCTION app.step(internal_state integer, mood app.mood) IS 'two
lines \ ''q''';


--
-- Name: touched(); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.touched() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;


ALTER FUNCTION app.touched() OWNER TO postgres;

--
-- Name: whole_cmp(app.whole, app.whole); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.whole_cmp(app.whole, app.whole) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT
    AS $$btint4cmp$$;


ALTER FUNCTION app.whole_cmp(app.whole, app.whole) OWNER TO postgres;

--
-- Name: whole_eq(app.whole, app.whole); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.whole_eq(app.whole, app.whole) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4eq$$;


ALTER FUNCTION app.whole_eq(app.whole, app.whole) OWNER TO postgres;

--
-- Name: whole_gt(app.whole, app.whole); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.whole_gt(app.whole, app.whole) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4gt$$;


ALTER FUNCTION app.whole_gt(app.whole, app.whole) OWNER TO postgres;

--
-- Name: whole_lt(app.whole, app.whole); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.whole_lt(app.whole, app.whole) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4lt$$;


ALTER FUNCTION app.whole_lt(app.whole, app.whole) OWNER TO postgres;

--
-- Name: work(integer, text); Type: PROCEDURE; Schema: app; Owner: postgres
--

CREATE PROCEDURE app.work(INOUT n integer, IN label text DEFAULT 'x; -- y'::text)
    LANGUAGE plpgsql
    AS $$ BEGIN n := 1; END $$;


ALTER PROCEDURE app.work(INOUT n integer, IN label text) OWNER TO postgres;

--
-- Name: moving(double precision); Type: AGGREGATE; Schema: app; Owner: postgres
--

CREATE AGGREGATE app.moving(double precision) (
    SFUNC = float8pl,
    STYPE = double precision,
    MSFUNC = float8pl,
    MINVFUNC = float8mi,
    MSTYPE = double precision,
    MINITCOND = '0',
    SORTOP = OPERATOR(pg_catalog.<)
);


ALTER AGGREGATE app.moving(double precision) OWNER TO postgres;

--
-- Name: none(*); Type: AGGREGATE; Schema: app; Owner: app_owner
--

CREATE AGGREGATE app."none"(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);


ALTER AGGREGATE app."none"(*) OWNER TO app_owner;

--
-- Name: percent(double precision, anyelement); Type: AGGREGATE; Schema: app; Owner: postgres
--

CREATE AGGREGATE app.percent(double precision ORDER BY anyelement) (
    SFUNC = ordered_set_transition,
    STYPE = internal,
    FINALFUNC = percentile_disc_final,
    FINALFUNC_EXTRA
);


ALTER AGGREGATE app.percent(double precision ORDER BY anyelement) OWNER TO postgres;

--
-- Name: total(integer); Type: AGGREGATE; Schema: app; Owner: postgres
--

CREATE AGGREGATE app.total(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0',
    COMBINEFUNC = int4pl,
    PARALLEL = safe
);


ALTER AGGREGATE app.total(integer) OWNER TO postgres;

--
-- Name: AGGREGATE total(integer); Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON AGGREGATE app.total(integer) IS 'sum';


--
-- Name: heap2; Type: ACCESS METHOD; Schema: -; Owner: -
--

CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;


--
-- Name: <; Type: OPERATOR; Schema: app; Owner: postgres
--

CREATE OPERATOR app.< (
    FUNCTION = app.whole_lt,
    LEFTARG = app.whole,
    RIGHTARG = app.whole,
    COMMUTATOR = OPERATOR(app.>),
    RESTRICT = scalarltsel,
    JOIN = scalarltjoinsel
);


ALTER OPERATOR app.< (app.whole, app.whole) OWNER TO postgres;

--
-- Name: OPERATOR < (app.whole, app.whole); Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON OPERATOR app.< (app.whole, app.whole) IS 'less';


--
-- Name: =; Type: OPERATOR; Schema: app; Owner: postgres
--

CREATE OPERATOR app.= (
    FUNCTION = app.whole_eq,
    LEFTARG = app.whole,
    RIGHTARG = app.whole,
    COMMUTATOR = OPERATOR(app.=),
    MERGES,
    HASHES,
    RESTRICT = eqsel,
    JOIN = eqjoinsel
);


ALTER OPERATOR app.= (app.whole, app.whole) OWNER TO postgres;

--
-- Name: >; Type: OPERATOR; Schema: app; Owner: postgres
--

CREATE OPERATOR app.> (
    FUNCTION = app.whole_gt,
    LEFTARG = app.whole,
    RIGHTARG = app.whole,
    COMMUTATOR = OPERATOR(app.<)
);


ALTER OPERATOR app.> (app.whole, app.whole) OWNER TO postgres;

--
-- Name: whole_hash; Type: OPERATOR FAMILY; Schema: app; Owner: postgres
--

CREATE OPERATOR FAMILY app.whole_hash USING hash;


ALTER OPERATOR FAMILY app.whole_hash USING hash OWNER TO postgres;

--
-- Name: whole_hash; Type: OPERATOR CLASS; Schema: app; Owner: postgres
--

CREATE OPERATOR CLASS app.whole_hash
    FOR TYPE app.whole USING hash FAMILY app.whole_hash AS
    OPERATOR 1 app.=(app.whole,app.whole);


ALTER OPERATOR CLASS app.whole_hash USING hash OWNER TO postgres;

--
-- Name: wholes; Type: OPERATOR FAMILY; Schema: app; Owner: postgres
--

CREATE OPERATOR FAMILY app.wholes USING btree;
ALTER OPERATOR FAMILY app.wholes USING btree ADD
    FUNCTION 1 (app.whole, integer) app.cross_cmp(app.whole,integer);


ALTER OPERATOR FAMILY app.wholes USING btree OWNER TO postgres;

--
-- Name: whole_ops; Type: OPERATOR CLASS; Schema: app; Owner: postgres
--

CREATE OPERATOR CLASS app.whole_ops
    DEFAULT FOR TYPE app.whole USING btree FAMILY app.wholes AS
    OPERATOR 1 app.<(app.whole,app.whole) ,
    OPERATOR 3 app.=(app.whole,app.whole) ,
    OPERATOR 5 app.>(app.whole,app.whole) ,
    FUNCTION 1 (app.whole, app.whole) app.whole_cmp(app.whole,app.whole);


ALTER OPERATOR CLASS app.whole_ops USING btree OWNER TO postgres;

--
-- Name: OPERATOR CLASS whole_ops USING btree; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON OPERATOR CLASS app.whole_ops USING btree IS 'class';


--
-- Name: latin; Type: CONVERSION; Schema: app; Owner: postgres
--

CREATE CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;


ALTER CONVERSION app.latin OWNER TO postgres;

--
-- Name: parser; Type: TEXT SEARCH PARSER; Schema: app; Owner: -
--

CREATE TEXT SEARCH PARSER app.parser (
    START = prsd_start,
    GETTOKEN = prsd_nexttoken,
    END = prsd_end,
    HEADLINE = prsd_headline,
    LEXTYPES = prsd_lextype );


--
-- Name: templ; Type: TEXT SEARCH TEMPLATE; Schema: app; Owner: -
--

CREATE TEXT SEARCH TEMPLATE app.templ (
    INIT = dsimple_init,
    LEXIZE = dsimple_lexize );


--
-- Name: simple_dict; Type: TEXT SEARCH DICTIONARY; Schema: app; Owner: postgres
--

CREATE TEXT SEARCH DICTIONARY app.simple_dict (
    TEMPLATE = pg_catalog.simple,
    accept = 'false' );


ALTER TEXT SEARCH DICTIONARY app.simple_dict OWNER TO postgres;

--
-- Name: TEXT SEARCH DICTIONARY simple_dict; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON TEXT SEARCH DICTIONARY app.simple_dict IS 'dict';


--
-- Name: english2; Type: TEXT SEARCH CONFIGURATION; Schema: app; Owner: postgres
--

CREATE TEXT SEARCH CONFIGURATION app.english2 (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR asciiword WITH app.simple_dict, english_stem;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR word WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR hword_part WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR hword_asciipart WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR asciihword WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR hword WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION app.english2
    ADD MAPPING FOR uint WITH simple;


ALTER TEXT SEARCH CONFIGURATION app.english2 OWNER TO postgres;

--
-- Name: dummy; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: postgres
--

CREATE FOREIGN DATA WRAPPER dummy OPTIONS (
    debug 'true'
);


ALTER FOREIGN DATA WRAPPER dummy OWNER TO postgres;

--
-- Name: far; Type: SERVER; Schema: -; Owner: postgres
--

CREATE SERVER far TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER dummy OPTIONS (
    "Port" '1',
    host 'h''h'
);


ALTER SERVER far OWNER TO postgres;

--
-- Name: SERVER far; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SERVER far IS 'far';


--
-- Name: USER MAPPING app_reader SERVER far; Type: USER MAPPING; Schema: -; Owner: postgres
--

CREATE USER MAPPING FOR app_reader SERVER far;


--
-- Name: USER MAPPING public SERVER far; Type: USER MAPPING; Schema: -; Owner: postgres
--

CREATE USER MAPPING FOR public SERVER far OPTIONS (
    password 'p',
    "user" 'u'
);


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: T; Type: TABLE; Schema: Odd Name; Owner: postgres
--

CREATE TABLE "Odd Name"."T" (
    a integer
);


ALTER TABLE "Odd Name"."T" OWNER TO postgres;

--
-- Name: Quoted "Table"; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app."Quoted ""Table""" (
    "a.b" integer NOT NULL,
    "select" text DEFAULT 'a;b'::text
);


ALTER TABLE app."Quoted ""Table""" OWNER TO postgres;

--
-- Name: base; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.base (
    id integer NOT NULL,
    note text DEFAULT 'n'::text,
    CONSTRAINT noted CHECK ((note <> ''::text)),
    CONSTRAINT own CHECK ((id > 0)) NO INHERIT
);


ALTER TABLE app.base OWNER TO postgres;

--
-- Name: adopted; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.adopted (
    id integer,
    note text DEFAULT NULL,
    CONSTRAINT noted CHECK ((note <> ''::text))
)
INHERITS (app.base);


ALTER TABLE app.adopted OWNER TO postgres;

--
-- Name: cache; Type: TABLE; Schema: app; Owner: postgres
--

CREATE UNLOGGED TABLE app.cache (
    key text NOT NULL,
    value bytea
);


ALTER TABLE app.cache OWNER TO postgres;

--
-- Name: derived; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.derived (
    id integer DEFAULT 4,
    more text
)
INHERITS (app.base);
ALTER TABLE ONLY app.derived ALTER COLUMN note SET NOT NULL;


ALTER TABLE app.derived OWNER TO postgres;

--
-- Name: derived2; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.derived2 (
)
INHERITS (app.derived);


ALTER TABLE app.derived2 OWNER TO postgres;

--
-- Name: events; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.events (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'k'::text,
    CONSTRAINT above CHECK ((id > 0))
)
PARTITION BY RANGE (at);


ALTER TABLE app.events OWNER TO postgres;

--
-- Name: events_2026; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.events_2026 (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'k'::text,
    CONSTRAINT above CHECK ((id > 0))
);


ALTER TABLE app.events_2026 OWNER TO postgres;

--
-- Name: events_2027; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.events_2027 (
    kind text DEFAULT NULL,
    at date NOT NULL,
    id bigint NOT NULL,
    CONSTRAINT above CHECK ((id > 0)),
    CONSTRAINT mine CHECK ((kind <> 'q'::text))
);


ALTER TABLE app.events_2027 OWNER TO postgres;

--
-- Name: events_rest; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.events_rest (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'k'::text,
    CONSTRAINT above CHECK ((id > 0))
)
PARTITION BY RANGE (at);


ALTER TABLE app.events_rest OWNER TO postgres;

--
-- Name: events_rest_a; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.events_rest_a (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'a'::text,
    CONSTRAINT above CHECK ((id > 0))
);


ALTER TABLE app.events_rest_a OWNER TO postgres;

--
-- Name: fast; Type: SEQUENCE; Schema: app; Owner: postgres
--

CREATE UNLOGGED SEQUENCE app.fast
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE app.fast OWNER TO postgres;

--
-- Name: hashed; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.hashed (
    id integer,
    user_id bigint
)
PARTITION BY HASH (id);


ALTER TABLE app.hashed OWNER TO postgres;

--
-- Name: hashed_0; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.hashed_0 (
    id integer,
    user_id bigint
);


ALTER TABLE app.hashed_0 OWNER TO postgres;

--
-- Name: nulls; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.nulls (
    a integer,
    b integer
);


ALTER TABLE app.nulls OWNER TO postgres;

--
-- Name: invoked; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.invoked WITH (security_invoker='true') AS
 SELECT nulls.a
   FROM app.nulls
  WHERE (nulls.a > 1)
  WITH CASCADED CHECK OPTION;


ALTER TABLE app.invoked OWNER TO postgres;

--
-- Name: users; Type: TABLE; Schema: app; Owner: app_owner
--

CREATE TABLE app.users (
    id bigint NOT NULL,
    uid integer NOT NULL,
    email app.email,
    mood app.mood DEFAULT 'ok'::app.mood,
    name character varying(40) DEFAULT 'x'::character varying NOT NULL COLLATE pg_catalog."C",
    "Full Name" text GENERATED ALWAYS AS (((name)::text || '!'::text)) STORED,
    tags text[] DEFAULT '{}'::text[],
    home app.address,
    amount numeric(10,2) DEFAULT 0.5,
    at timestamp(3) with time zone DEFAULT now(),
    data jsonb DEFAULT '{"a": 1}'::jsonb,
    span app.span,
    extra integer,
    CONSTRAINT positive CHECK (((amount > (0)::numeric) AND (extra IS DISTINCT FROM 3)))
)
WITH (fillfactor='70', autovacuum_enabled='false', toast.autovacuum_enabled='false');
ALTER TABLE ONLY app.users ALTER COLUMN name SET STATISTICS 500;
ALTER TABLE ONLY app.users ALTER COLUMN name SET (n_distinct=-0.5);
ALTER TABLE ONLY app.users ALTER COLUMN tags SET COMPRESSION pglz;
ALTER TABLE ONLY app.users ALTER COLUMN data SET STORAGE EXTERNAL;

ALTER TABLE ONLY app.users REPLICA IDENTITY FULL;


ALTER TABLE app.users OWNER TO app_owner;

--
-- Name: TABLE users; Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON TABLE app.users IS 'users';


--
-- Name: COLUMN users."Full Name"; Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON COLUMN app.users."Full Name" IS 'full';


--
-- Name: CONSTRAINT positive ON users; Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON CONSTRAINT positive ON app.users IS 'pos';


--
-- Name: names; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.names WITH (security_barrier='true') AS
 SELECT u.id,
    u.name,
    count(*) OVER () AS n
   FROM app.users u
  WHERE ((u.mood = ANY (ARRAY['ok'::app.mood, 'sad'::app.mood])) AND ((u.name)::text ~~ 'a%'::text))
  ORDER BY u.id;


ALTER TABLE app.names OWNER TO postgres;

--
-- Name: VIEW names; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON VIEW app.names IS 'names';


--
-- Name: COLUMN names.n; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON COLUMN app.names.n IS 'n';


--
-- Name: numbers; Type: SEQUENCE; Schema: app; Owner: postgres
--

CREATE SEQUENCE app.numbers
    AS smallint
    START WITH 10
    INCREMENT BY -2
    MINVALUE -100
    MAXVALUE 50
    CACHE 5
    CYCLE;


ALTER TABLE app.numbers OWNER TO postgres;

--
-- Name: nums; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.nums AS
 WITH RECURSIVE nums(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (nums_1.n + 1)
           FROM nums nums_1
          WHERE (nums_1.n < 10)
        )
 SELECT nums.n
   FROM nums;


ALTER TABLE app.nums OWNER TO postgres;

--
-- Name: orders; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.orders (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    other bigint
);

ALTER TABLE ONLY app.orders FORCE ROW LEVEL SECURITY;


ALTER TABLE app.orders OWNER TO postgres;

--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: app; Owner: postgres
--

ALTER TABLE app.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME app.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


SET default_table_access_method = heap2;

--
-- Name: other_heap; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.other_heap (
    a integer
);


ALTER TABLE app.other_heap OWNER TO postgres;

--
-- Name: owned; Type: SEQUENCE; Schema: app; Owner: postgres
--

CREATE SEQUENCE app.owned
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE app.owned OWNER TO postgres;

--
-- Name: owned; Type: SEQUENCE OWNED BY; Schema: app; Owner: postgres
--

ALTER SEQUENCE app.owned OWNED BY app.orders.other;


--
-- Name: plain_users; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.plain_users AS
 SELECT users.id,
    users.uid,
    users.email,
    users.mood,
    users.name,
    users."Full Name",
    users.tags,
    users.home,
    users.amount,
    users.at,
    users.data,
    users.span,
    users.extra
   FROM app.users
  WHERE (users.extra > 1)
  WITH LOCAL CHECK OPTION;


ALTER TABLE app.plain_users OWNER TO postgres;

--
-- Name: remote; Type: FOREIGN TABLE; Schema: app; Owner: postgres
--

CREATE FOREIGN TABLE app.remote (
    id integer NOT NULL,
    name text DEFAULT 'x'::text,
    CONSTRAINT remote_id_check CHECK ((id > 0))
)
SERVER far
OPTIONS (
    table_name 'T'
);
ALTER FOREIGN TABLE app.remote ALTER COLUMN id OPTIONS (
    column_name 'ID'
);


ALTER FOREIGN TABLE app.remote OWNER TO postgres;

--
-- Name: FOREIGN TABLE remote; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON FOREIGN TABLE app.remote IS 'remote';


--
-- Name: COLUMN remote.name; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON COLUMN app.remote.name IS 'far name';


SET default_table_access_method = heap;

--
-- Name: sums; Type: MATERIALIZED VIEW; Schema: app; Owner: postgres
--

CREATE MATERIALIZED VIEW app.sums AS
 SELECT orders.user_id,
    sum(orders.other) AS total
   FROM app.orders
  GROUP BY orders.user_id
  WITH NO DATA;
ALTER TABLE ONLY app.sums ALTER COLUMN total SET STATISTICS 300;


ALTER TABLE app.sums OWNER TO postgres;

--
-- Name: MATERIALIZED VIEW sums; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON MATERIALIZED VIEW app.sums IS 'sums';


--
-- Name: typed; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.typed OF app.address (
    street DEFAULT 'x'::text COLLATE pg_catalog."C",
    zip NOT NULL
);


ALTER TABLE app.typed OWNER TO postgres;

--
-- Name: users_id_seq; Type: SEQUENCE; Schema: app; Owner: app_owner
--

CREATE SEQUENCE app.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE app.users_id_seq OWNER TO app_owner;

--
-- Name: users_id_seq; Type: SEQUENCE OWNED BY; Schema: app; Owner: app_owner
--

ALTER SEQUENCE app.users_id_seq OWNED BY app.users.id;


--
-- Name: users_uid_seq; Type: SEQUENCE; Schema: app; Owner: app_owner
--

ALTER TABLE app.users ALTER COLUMN uid ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME app.users_uid_seq
    START WITH 5
    INCREMENT BY 5
    NO MINVALUE
    NO MAXVALUE
    CACHE 3
);


--
-- Name: events_2026; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events ATTACH PARTITION app.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');


--
-- Name: events_2027; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events ATTACH PARTITION app.events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');


--
-- Name: events_rest; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events ATTACH PARTITION app.events_rest DEFAULT;


--
-- Name: events_rest_a; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events_rest ATTACH PARTITION app.events_rest_a FOR VALUES FROM (MINVALUE) TO ('2000-01-01');


--
-- Name: hashed_0; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.hashed ATTACH PARTITION app.hashed_0 FOR VALUES WITH (modulus 2, remainder 0);


--
-- Name: derived note; Type: DEFAULT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.derived ALTER COLUMN note SET DEFAULT 'other'::text;


--
-- Name: derived2 id; Type: DEFAULT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.derived2 ALTER COLUMN id SET DEFAULT 4;


--
-- Name: derived2 note; Type: DEFAULT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.derived2 ALTER COLUMN note SET DEFAULT 'other'::text;


--
-- Name: plain_users name; Type: DEFAULT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.plain_users ALTER COLUMN name SET DEFAULT 'view'::character varying;


--
-- Name: users id; Type: DEFAULT; Schema: app; Owner: app_owner
--

ALTER TABLE ONLY app.users ALTER COLUMN id SET DEFAULT nextval('app.users_id_seq'::regclass);


--
-- Name: Quoted "Table" Quoted "Table"_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app."Quoted ""Table"""
    ADD CONSTRAINT "Quoted ""Table""_pkey" PRIMARY KEY ("a.b");


--
-- Name: cache cache_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (key);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id, at);


--
-- Name: events_2026 events_2026_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events_2026
    ADD CONSTRAINT events_2026_pkey PRIMARY KEY (id, at);


--
-- Name: events_2027 events_2027_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events_2027
    ADD CONSTRAINT events_2027_pkey PRIMARY KEY (id, at);


--
-- Name: events_rest events_rest_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events_rest
    ADD CONSTRAINT events_rest_pkey PRIMARY KEY (id, at);


--
-- Name: events_rest_a events_rest_a_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.events_rest_a
    ADD CONSTRAINT events_rest_a_pkey PRIMARY KEY (id, at);


--
-- Name: users late; Type: CHECK CONSTRAINT; Schema: app; Owner: app_owner
--

ALTER TABLE app.users
    ADD CONSTRAINT late CHECK ((extra < 1000)) NOT VALID;


--
-- Name: nulls nulls_a_key; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.nulls
    ADD CONSTRAINT nulls_a_key UNIQUE NULLS NOT DISTINCT (a);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: email short; Type: CHECK CONSTRAINT; Schema: app; Owner: postgres
--

ALTER DOMAIN app.email
    ADD CONSTRAINT short CHECK ((length(VALUE) < 300)) NOT VALID;


--
-- Name: typed typed_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.typed
    ADD CONSTRAINT typed_pkey PRIMARY KEY (zip);


--
-- Name: users users_email; Type: CONSTRAINT; Schema: app; Owner: app_owner
--

ALTER TABLE ONLY app.users
    ADD CONSTRAINT users_email UNIQUE (email) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: app; Owner: app_owner
--

ALTER TABLE ONLY app.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id) WITH (fillfactor='80');

ALTER TABLE app.users CLUSTER ON users_pkey;


--
-- Name: users users_span_excl; Type: CONSTRAINT; Schema: app; Owner: app_owner
--

ALTER TABLE ONLY app.users
    ADD CONSTRAINT users_span_excl EXCLUDE USING gist (span WITH &&) WHERE ((extra > 0));


--
-- Name: Users Gin; Type: INDEX; Schema: app; Owner: app_owner
--

CREATE INDEX "Users Gin" ON app.users USING gin (tags);


--
-- Name: events_kind; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX events_kind ON ONLY app.events USING btree (kind);


--
-- Name: events_2026_kind_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX events_2026_kind_idx ON app.events_2026 USING btree (kind);


--
-- Name: events_2026_own; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX events_2026_own ON app.events_2026 USING btree (at);


--
-- Name: events_2027_kind_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX events_2027_kind_idx ON app.events_2027 USING btree (kind);


--
-- Name: events_rest_kind_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX events_rest_kind_idx ON ONLY app.events_rest USING btree (kind);


--
-- Name: events_rest_a_kind_idx; Type: INDEX; Schema: app; Owner: postgres
--

CREATE INDEX events_rest_a_kind_idx ON app.events_rest_a USING btree (kind);


--
-- Name: sums_user; Type: INDEX; Schema: app; Owner: postgres
--

CREATE UNIQUE INDEX sums_user ON app.sums USING btree (user_id);


--
-- Name: users_data; Type: INDEX; Schema: app; Owner: app_owner
--

CREATE UNIQUE INDEX users_data ON app.users USING btree (((data ->> 'a'::text))) WITH (fillfactor='60');


--
-- Name: users_lower; Type: INDEX; Schema: app; Owner: app_owner
--

CREATE INDEX users_lower ON app.users USING btree (lower((name)::text) text_pattern_ops DESC NULLS LAST, extra) INCLUDE (amount) WHERE (mood = 'ok'::app.mood);
ALTER INDEX app.users_lower ALTER COLUMN 1 SET STATISTICS 200;


--
-- Name: INDEX users_lower; Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON INDEX app.users_lower IS 'index';


--
-- Name: events_2026_kind_idx; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_kind ATTACH PARTITION app.events_2026_kind_idx;


--
-- Name: events_2026_pkey; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_pkey ATTACH PARTITION app.events_2026_pkey;


--
-- Name: events_2027_kind_idx; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_kind ATTACH PARTITION app.events_2027_kind_idx;


--
-- Name: events_2027_pkey; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_pkey ATTACH PARTITION app.events_2027_pkey;


--
-- Name: events_rest_a_kind_idx; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_rest_kind_idx ATTACH PARTITION app.events_rest_a_kind_idx;


--
-- Name: events_rest_a_pkey; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_rest_pkey ATTACH PARTITION app.events_rest_a_pkey;


--
-- Name: events_rest_kind_idx; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_kind ATTACH PARTITION app.events_rest_kind_idx;


--
-- Name: events_rest_pkey; Type: INDEX ATTACH; Schema: app; Owner: postgres
--

ALTER INDEX app.events_pkey ATTACH PARTITION app.events_rest_pkey;


--
-- Name: users_expr; Type: STATISTICS; Schema: app; Owner: postgres
--

CREATE STATISTICS app.users_expr ON lower(name::text), (extra + 1) FROM app.users;


ALTER STATISTICS app.users_expr OWNER TO postgres;

--
-- Name: users_stats; Type: STATISTICS; Schema: app; Owner: postgres
--

CREATE STATISTICS app.users_stats (ndistinct, dependencies) ON name, extra FROM app.users;
ALTER STATISTICS app.users_stats SET STATISTICS 400;


ALTER STATISTICS app.users_stats OWNER TO postgres;

--
-- Name: STATISTICS users_stats; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON STATISTICS app.users_stats IS 'stats';


--
-- Name: cache divert; Type: RULE; Schema: app; Owner: postgres
--

CREATE RULE divert AS
    ON UPDATE TO app.cache
   WHERE (new.key = 'x'::text) DO INSTEAD  DELETE FROM app.cache
  WHERE (cache.key = old.key);
ALTER TABLE app.cache DISABLE RULE divert;


--
-- Name: cache quiet; Type: RULE; Schema: app; Owner: postgres
--

CREATE RULE quiet AS
    ON INSERT TO app.cache DO NOTHING;


--
-- Name: RULE quiet ON cache; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON RULE quiet ON app.cache IS 'rule';


--
-- Name: events each; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE TRIGGER each AFTER INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.touched();


--
-- Name: events_2026 each; Type: TRIGGER; Schema: app; Owner: postgres
--


ALTER TABLE app.events_2026 DISABLE TRIGGER each;


--
-- Name: names instead; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE TRIGGER instead INSTEAD OF INSERT ON app.names FOR EACH ROW EXECUTE FUNCTION app.touched();


--
-- Name: orders late_check; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE CONSTRAINT TRIGGER late_check AFTER INSERT ON app.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.touched();

ALTER TABLE app.orders ENABLE ALWAYS TRIGGER late_check;


--
-- Name: users off; Type: TRIGGER; Schema: app; Owner: app_owner
--

CREATE TRIGGER off AFTER DELETE ON app.users REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION app.touched();

ALTER TABLE app.users DISABLE TRIGGER off;


--
-- Name: users touch; Type: TRIGGER; Schema: app; Owner: app_owner
--

CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name, extra ON app.users FOR EACH ROW WHEN ((new.extra > 1)) EXECUTE FUNCTION app.touched('a', 'b');


--
-- Name: TRIGGER touch ON users; Type: COMMENT; Schema: app; Owner: app_owner
--

COMMENT ON TRIGGER touch ON app.users IS 'touch';


--
-- Name: hashed hashed_user_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE app.hashed
    ADD CONSTRAINT hashed_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id);


--
-- Name: nulls nulls_b_fkey; Type: FK CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.nulls
    ADD CONSTRAINT nulls_b_fkey FOREIGN KEY (b) REFERENCES app.nulls(a) ON DELETE SET NULL (b);


--
-- Name: orders orders_other; Type: FK CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_other FOREIGN KEY (other) REFERENCES app.users(id) MATCH FULL ON UPDATE SET NULL DEFERRABLE;


--
-- Name: orders orders_user_id_fkey; Type: FK CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id) ON DELETE CASCADE;


--
-- Name: orders all_orders; Type: POLICY; Schema: app; Owner: postgres
--

CREATE POLICY all_orders ON app.orders USING (true);


--
-- Name: POLICY all_orders ON orders; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON POLICY all_orders ON app.orders IS 'policy';


--
-- Name: orders; Type: ROW SECURITY; Schema: app; Owner: postgres
--

ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;

--
-- Name: orders own_orders; Type: POLICY; Schema: app; Owner: postgres
--

CREATE POLICY own_orders ON app.orders AS RESTRICTIVE FOR UPDATE TO postgres, app_reader USING ((user_id = 1)) WITH CHECK ((other > 2));


--
-- Name: every; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION every FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);


ALTER PUBLICATION every OWNER TO postgres;

--
-- Name: part; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION part WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION part OWNER TO postgres;

--
-- Name: schemas; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION schemas WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION schemas OWNER TO postgres;

--
-- Name: several; Type: PUBLICATION; Schema: -; Owner: postgres
--

CREATE PUBLICATION several WITH (publish = 'insert, delete');


ALTER PUBLICATION several OWNER TO postgres;

--
-- Name: PUBLICATION several; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON PUBLICATION several IS 'pub';


--
-- Name: several orders; Type: PUBLICATION TABLE; Schema: app; Owner: postgres
--

ALTER PUBLICATION several ADD TABLE ONLY app.orders;


--
-- Name: part users; Type: PUBLICATION TABLE; Schema: app; Owner: postgres
--

ALTER PUBLICATION part ADD TABLE ONLY app.users (id, email) WHERE ((extra > 1));


--
-- Name: several users; Type: PUBLICATION TABLE; Schema: app; Owner: postgres
--

ALTER PUBLICATION several ADD TABLE ONLY app.users;


--
-- Name: schemas Odd Name; Type: PUBLICATION TABLES IN SCHEMA; Schema: Odd Name; Owner: postgres
--

ALTER PUBLICATION schemas ADD TABLES IN SCHEMA "Odd Name";


--
-- Name: SCHEMA app; Type: ACL; Schema: -; Owner: postgres
--

GRANT USAGE ON SCHEMA app TO app_reader WITH GRANT OPTION;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;


--
-- Name: TYPE email; Type: ACL; Schema: app; Owner: postgres
--

GRANT ALL ON TYPE app.email TO app_reader;


--
-- Name: TYPE mood; Type: ACL; Schema: app; Owner: app_owner
--

REVOKE ALL ON TYPE app.mood FROM PUBLIC;


--
-- Name: FUNCTION pair(a integer, OUT b integer, OUT c text); Type: ACL; Schema: app; Owner: postgres
--

REVOKE ALL ON FUNCTION app.pair(a integer, OUT b integer, OUT c text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.pair(a integer, OUT b integer, OUT c text) TO app_reader;


--
-- Name: PROCEDURE work(INOUT n integer, IN label text); Type: ACL; Schema: app; Owner: postgres
--

GRANT ALL ON PROCEDURE app.work(INOUT n integer, IN label text) TO app_reader WITH GRANT OPTION;


--
-- Name: FUNCTION pg_sleep(double precision); Type: ACL; Schema: pg_catalog; Owner: postgres
--

REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;


--
-- Name: FOREIGN DATA WRAPPER dummy; Type: ACL; Schema: -; Owner: postgres
--

GRANT ALL ON FOREIGN DATA WRAPPER dummy TO app_reader;


--
-- Name: FOREIGN SERVER far; Type: ACL; Schema: -; Owner: postgres
--

GRANT ALL ON FOREIGN SERVER far TO app_reader;


--
-- Name: TABLE nulls; Type: ACL; Schema: app; Owner: postgres
--

GRANT SELECT ON TABLE app.nulls TO app_reader;


--
-- Name: TABLE invoked; Type: ACL; Schema: app; Owner: postgres
--

GRANT SELECT ON TABLE app.invoked TO app_reader;


--
-- Name: TABLE users; Type: ACL; Schema: app; Owner: app_owner
--

GRANT SELECT,INSERT ON TABLE app.users TO app_reader;


--
-- Name: COLUMN users.id; Type: ACL; Schema: app; Owner: app_owner
--

GRANT REFERENCES(id) ON TABLE app.users TO app_reader;


--
-- Name: COLUMN users.name; Type: ACL; Schema: app; Owner: app_owner
--

GRANT UPDATE(name) ON TABLE app.users TO app_reader;


--
-- Name: COLUMN users.extra; Type: ACL; Schema: app; Owner: app_owner
--

GRANT UPDATE(extra) ON TABLE app.users TO app_reader;


--
-- Name: SEQUENCE numbers; Type: ACL; Schema: app; Owner: postgres
--

GRANT USAGE,UPDATE ON SEQUENCE app.numbers TO app_reader;


--
-- Name: TABLE orders; Type: ACL; Schema: app; Owner: postgres
--

REVOKE ALL ON TABLE app.orders FROM postgres;
GRANT SELECT,REFERENCES,DELETE,TRIGGER,TRUNCATE,UPDATE ON TABLE app.orders TO postgres;
GRANT ALL ON TABLE app.orders TO app_owner;
GRANT SELECT ON TABLE app.orders TO PUBLIC;


--
-- Name: TABLE pg_authid; Type: ACL; Schema: pg_catalog; Owner: postgres
--

GRANT SELECT ON TABLE pg_catalog.pg_authid TO app_reader;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: app; Owner: postgres
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT SELECT ON TABLES  TO app_reader;


--
-- Name: DEFAULT PRIVILEGES FOR SEQUENCES; Type: DEFAULT ACL; Schema: -; Owner: app_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT USAGE ON SEQUENCES  TO app_reader WITH GRANT OPTION;


--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: app_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


--
-- Name: watch; Type: EVENT TRIGGER; Schema: -; Owner: postgres
--

CREATE EVENT TRIGGER watch ON ddl_command_end
         WHEN TAG IN ('CREATE SCHEMA', 'DROP OWNED')
   EXECUTE FUNCTION app.on_ddl();

ALTER EVENT TRIGGER watch DISABLE;


ALTER EVENT TRIGGER watch OWNER TO postgres;

--
-- Name: EVENT TRIGGER watch; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON EVENT TRIGGER watch IS 'watch';


--
-- PostgreSQL database dump complete
--


