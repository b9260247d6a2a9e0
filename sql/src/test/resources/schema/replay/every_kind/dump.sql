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
-- Name: app2; Type: SCHEMA; Schema: -; Owner: -
CREATE SCHEMA app2;
-- Name: SCHEMA app2; Type: COMMENT; Schema: -; Owner: -
COMMENT ON SCHEMA app2 IS 'sch';
-- Name: coll; Type: COLLATION; Schema: app2; Owner: -
CREATE COLLATION app2.coll (provider = libc, locale = 'C');
-- Name: comp; Type: TYPE; Schema: app2; Owner: -
CREATE TYPE app2.comp AS (
	a integer,
	c date
);
-- Name: dd; Type: DOMAIN; Schema: app2; Owner: -
CREATE DOMAIN app2.dd AS numeric(5,2) NOT NULL DEFAULT 0
	CONSTRAINT dd_check CHECK ((VALUE < (100)::numeric))
	CONSTRAINT pos CHECK ((VALUE >= (0)::numeric));
-- Name: DOMAIN dd; Type: COMMENT; Schema: app2; Owner: -
COMMENT ON DOMAIN app2.dd IS 'dom';
-- Name: e2; Type: TYPE; Schema: app2; Owner: -
CREATE TYPE app2.e2 AS ENUM (
    'aa',
    'b',
    'c',
    'd'
);
-- Name: TYPE e2; Type: COMMENT; Schema: app2; Owner: -
COMMENT ON TYPE app2.e2 IS 'ty';
-- Name: CAST (text AS app2.comp); Type: CAST; Schema: -; Owner: -
CREATE CAST (text AS app2.comp) WITH INOUT;
-- Name: ev(); Type: FUNCTION; Schema: app2; Owner: -
CREATE FUNCTION app2.ev() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ begin end $$;
-- Name: fn(integer, integer[]); Type: FUNCTION; Schema: app2; Owner: -
CREATE FUNCTION app2.fn(i integer, OUT o text, VARIADIC r integer[]) RETURNS text
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER COST 5
    SET search_path TO 'app', 'public'
    AS $$ begin o := 'x'; end $$;
-- Name: FUNCTION fn(i integer, OUT o text, VARIADIC r integer[]); Type: COMMENT; Schema: app2; Owner: -
COMMENT ON FUNCTION app2.fn(i integer, OUT o text, VARIADIC r integer[]) IS 'fn';
-- Name: pr(integer); Type: PROCEDURE; Schema: app2; Owner: -
CREATE PROCEDURE app2.pr(IN x integer DEFAULT 3)
    LANGUAGE sql
    AS $$select 1$$;
-- Name: rt(); Type: FUNCTION; Schema: app2; Owner: -
CREATE FUNCTION app2.rt() RETURNS TABLE(a integer, b text)
    LANGUAGE sql
    AS $$ select 1, 'x' $$;
-- Name: agg(integer); Type: AGGREGATE; Schema: app2; Owner: -
CREATE AGGREGATE app2.agg(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);
-- Name: ===; Type: OPERATOR; Schema: app2; Owner: -
CREATE OPERATOR app2.=== (
    FUNCTION = int4eq,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(app2.===)
);
-- Name: tsc; Type: TEXT SEARCH CONFIGURATION; Schema: app2; Owner: -
CREATE TEXT SEARCH CONFIGURATION app2.tsc (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR asciiword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR word WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR hword_part WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR hword_asciipart WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR asciihword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR hword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app2.tsc
    ADD MAPPING FOR uint WITH simple;
-- Name: fdw; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: -
CREATE FOREIGN DATA WRAPPER fdw;
-- Name: srv; Type: SERVER; Schema: -; Owner: -
CREATE SERVER srv FOREIGN DATA WRAPPER fdw OPTIONS (
    host 'h'
);
-- Name: USER MAPPING public SERVER srv; Type: USER MAPPING; Schema: -; Owner: -
CREATE USER MAPPING FOR public SERVER srv OPTIONS (
    u 'x'
);
SET default_tablespace = '';
SET default_table_access_method = heap;
-- Name: a; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.a (
    id integer NOT NULL,
    code character(3),
    amount numeric(8,2) DEFAULT 1.5,
    b bytea,
    ip inet DEFAULT '127.0.0.1'::inet,
    d date DEFAULT CURRENT_DATE,
    iv interval DEFAULT '1 day'::interval,
    u uuid DEFAULT gen_random_uuid(),
    x xml,
    arr integer[] DEFAULT ARRAY[1, 2],
    arr2 text[] DEFAULT ARRAY['a'::text],
    bits bit(3) DEFAULT '101'::"bit",
    j json DEFAULT '[]'::json,
    ts timestamp without time zone DEFAULT now(),
    lt time without time zone DEFAULT '12:00:00'::time without time zone,
    big bigint DEFAULT '5000000000'::bigint,
    neg integer DEFAULT '-5'::integer,
    ex double precision DEFAULT '1000'::numeric,
    s smallint DEFAULT '3'::smallint,
    t1 text,
    v1 character varying(5) DEFAULT NULL::character varying,
    nm name,
    ch "char",
    boo boolean DEFAULT true,
    calc integer DEFAULT ((1 + 2) * 3),
    str text DEFAULT ('it''s'::text || ' ok'::text)
)
WITH (fillfactor='70', autovacuum_enabled='false');
ALTER TABLE ONLY app2.a ALTER COLUMN amount SET STATISTICS 500;
ALTER TABLE ONLY app2.a ALTER COLUMN b SET STORAGE PLAIN;
ALTER TABLE ONLY app2.a ALTER COLUMN ip SET STORAGE EXTERNAL;
ALTER TABLE ONLY app2.a REPLICA IDENTITY FULL;
-- Name: a_id_seq; Type: SEQUENCE; Schema: app2; Owner: -
CREATE SEQUENCE app2.a_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
-- Name: a_id_seq; Type: SEQUENCE OWNED BY; Schema: app2; Owner: -
ALTER SEQUENCE app2.a_id_seq OWNED BY app2.a.id;
-- Name: b; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.b (
    id bigint NOT NULL,
    a_id integer NOT NULL,
    code character(3) DEFAULT 'abc'::bpchar,
    c2 text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT b_check CHECK (((a_id IS NOT NULL) OR (id IS DISTINCT FROM 5)))
);
-- Name: colt; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.colt (
    x text COLLATE app2.coll
);
-- Name: d; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.d (
    id integer,
    code character(3)
);
-- Name: dp; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.dp (
    id integer
);
-- Name: ft; Type: FOREIGN TABLE; Schema: app2; Owner: -
CREATE FOREIGN TABLE app2.ft (
    a integer,
    b text
)
SERVER srv
OPTIONS (
    q 'w',
    t 'y'
);
ALTER FOREIGN TABLE app2.ft ALTER COLUMN a OPTIONS (
    o 'p'
);
-- Name: pt; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.pt (
    k text,
    n integer,
    w integer,
    CONSTRAINT pt_k_check CHECK ((k <> 'zz'::text))
)
PARTITION BY LIST (k);
-- Name: pt_a; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.pt_a (
    k text,
    n integer DEFAULT 3,
    w integer,
    CONSTRAINT pt_a_n_check CHECK ((n > 0)),
    CONSTRAINT pt_k_check CHECK ((k <> 'zz'::text))
);
-- Name: pt_gone; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.pt_gone (
    k text,
    n integer,
    w integer,
    CONSTRAINT pt_k_check CHECK ((k <> 'zz'::text))
);
-- Name: pt_h; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.pt_h (
    k text,
    n integer,
    w integer,
    CONSTRAINT pt_k_check CHECK ((k <> 'zz'::text))
)
PARTITION BY HASH (n);
-- Name: pt_h0; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.pt_h0 (
    k text,
    n integer,
    w integer,
    CONSTRAINT pt_k_check CHECK ((k <> 'zz'::text))
);
-- Name: pt_x; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.pt_x (
    k text,
    n integer,
    w integer,
    CONSTRAINT pt_k_check CHECK ((k <> 'zz'::text))
);
-- Name: sq2; Type: SEQUENCE; Schema: app2; Owner: -
CREATE SEQUENCE app2.sq2
    AS smallint
    START WITH -5
    INCREMENT BY -2
    MINVALUE -100
    NO MAXVALUE
    CACHE 7
    CYCLE;
-- Name: tc; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.tc OF app2.comp (
    a NOT NULL
);
-- Name: ul; Type: TABLE; Schema: app2; Owner: -
CREATE UNLOGGED TABLE app2.ul (
    id integer
);
-- Name: withseq; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.withseq (
    id integer DEFAULT nextval('app2.sq2'::regclass),
    k integer DEFAULT nextval('app2.sq2'::regclass)
);
-- Name: z; Type: TABLE; Schema: app2; Owner: -
CREATE TABLE app2.z (
    id integer NOT NULL,
    q text
);
ALTER TABLE ONLY app2.z ALTER COLUMN q SET COMPRESSION pglz;
-- Name: z_id_seq; Type: SEQUENCE; Schema: app2; Owner: -
ALTER TABLE app2.z ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME app2.z_id_seq
    START WITH 10
    INCREMENT BY 3
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
-- Name: te; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.te (
    x app2.e2 DEFAULT 'aa'::app2.e2,
    y app2.e2[] DEFAULT '{aa,c}'::app2.e2[],
    z app2.e2,
    CONSTRAINT te_z_check CHECK ((z = ANY (ARRAY['aa'::app2.e2, 'c'::app2.e2])))
);
-- Name: pt_a; Type: TABLE ATTACH; Schema: app2; Owner: -
ALTER TABLE ONLY app2.pt ATTACH PARTITION app2.pt_a FOR VALUES IN ('a', 'b');
-- Name: pt_h; Type: TABLE ATTACH; Schema: app2; Owner: -
ALTER TABLE ONLY app2.pt ATTACH PARTITION app2.pt_h FOR VALUES IN (NULL);
-- Name: pt_h0; Type: TABLE ATTACH; Schema: app2; Owner: -
ALTER TABLE ONLY app2.pt_h ATTACH PARTITION app2.pt_h0 FOR VALUES WITH (modulus 2, remainder 0);
-- Name: pt_x; Type: TABLE ATTACH; Schema: app2; Owner: -
ALTER TABLE ONLY app2.pt ATTACH PARTITION app2.pt_x FOR VALUES IN ('x');
-- Name: a id; Type: DEFAULT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.a ALTER COLUMN id SET DEFAULT nextval('app2.a_id_seq'::regclass);
-- Name: a a_code_key; Type: CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.a
    ADD CONSTRAINT a_code_key UNIQUE (code);
-- Name: a a_pkey; Type: CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.a
    ADD CONSTRAINT a_pkey PRIMARY KEY (id);
ALTER TABLE app2.a CLUSTER ON a_pkey;
-- Name: b b_id_excl; Type: CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.b
    ADD CONSTRAINT b_id_excl EXCLUDE USING btree (id WITH =);
-- Name: b b_primary; Type: CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.b
    ADD CONSTRAINT b_primary PRIMARY KEY (id, a_id);
-- Name: CONSTRAINT b_primary ON b; Type: COMMENT; Schema: app2; Owner: -
COMMENT ON CONSTRAINT b_primary ON app2.b IS 'pk';
-- Name: b b_u2; Type: CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.b
    ADD CONSTRAINT b_u2 UNIQUE (a_id);
-- Name: tc tc_pkey; Type: CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.tc
    ADD CONSTRAINT tc_pkey PRIMARY KEY (a);
-- Name: INDEX b_u2; Type: COMMENT; Schema: app2; Owner: -
COMMENT ON INDEX app2.b_u2 IS 'idx';
-- Name: pt_n_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX pt_n_idx ON ONLY app2.pt USING btree (n);
-- Name: pt_a_n_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX pt_a_n_idx ON app2.pt_a USING btree (n);
-- Name: pt_gone_n_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX pt_gone_n_idx ON app2.pt_gone USING btree (n);
-- Name: pt_h_n_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX pt_h_n_idx ON ONLY app2.pt_h USING btree (n);
-- Name: pt_h0_n_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX pt_h0_n_idx ON app2.pt_h0 USING btree (n);
-- Name: pt_x_n_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX pt_x_n_idx ON app2.pt_x USING btree (n);
-- Name: z_coalesce_expr_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX z_coalesce_expr_idx ON app2.z USING btree (COALESCE(q, 'x'::text), ((q || 'y'::text)));
-- Name: z_to_tsvector_idx; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX z_to_tsvector_idx ON app2.z USING gin (to_tsvector('english'::regconfig, q));
-- Name: zc; Type: INDEX; Schema: app2; Owner: -
CREATE INDEX zc ON app2.z USING btree (q text_pattern_ops DESC NULLS LAST) WITH (fillfactor='50') WHERE ((q ~~ 'a%'::text) AND ((id >= 1) AND (id <= 5)));
-- Name: pt_a_n_idx; Type: INDEX ATTACH; Schema: app2; Owner: -
ALTER INDEX app2.pt_n_idx ATTACH PARTITION app2.pt_a_n_idx;
-- Name: pt_h0_n_idx; Type: INDEX ATTACH; Schema: app2; Owner: -
ALTER INDEX app2.pt_h_n_idx ATTACH PARTITION app2.pt_h0_n_idx;
-- Name: pt_h_n_idx; Type: INDEX ATTACH; Schema: app2; Owner: -
ALTER INDEX app2.pt_n_idx ATTACH PARTITION app2.pt_h_n_idx;
-- Name: pt_x_n_idx; Type: INDEX ATTACH; Schema: app2; Owner: -
ALTER INDEX app2.pt_n_idx ATTACH PARTITION app2.pt_x_n_idx;
-- Name: st; Type: STATISTICS; Schema: app2; Owner: -
CREATE STATISTICS app2.st (ndistinct) ON id, code FROM app2.b;
-- Name: d r; Type: RULE; Schema: app2; Owner: -
CREATE RULE r AS
    ON INSERT TO app2.d DO INSTEAD NOTHING;
-- Name: d r2; Type: RULE; Schema: app2; Owner: -
CREATE RULE r2 AS
    ON UPDATE TO app2.d
   WHERE (old.id > 3) DO  INSERT INTO app2.ul (id)
  VALUES (1);
-- Name: b b_a_id_fkey; Type: FK CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.b
    ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES app2.a(id);
-- Name: b b_code_fkey; Type: FK CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.b
    ADD CONSTRAINT b_code_fkey FOREIGN KEY (code) REFERENCES app2.a(code) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
-- Name: pt pt_w_fkey; Type: FK CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE app2.pt
    ADD CONSTRAINT pt_w_fkey FOREIGN KEY (w) REFERENCES app2.a(id);
-- Name: pt_gone pt_w_fkey; Type: FK CONSTRAINT; Schema: app2; Owner: -
ALTER TABLE ONLY app2.pt_gone
    ADD CONSTRAINT pt_w_fkey FOREIGN KEY (w) REFERENCES app2.a(id);
-- Name: pall; Type: PUBLICATION; Schema: -; Owner: -
CREATE PUBLICATION pall FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');
-- Name: pub; Type: PUBLICATION; Schema: -; Owner: -
CREATE PUBLICATION pub WITH (publish = 'insert', publish_via_partition_root = true);
-- Name: pub a; Type: PUBLICATION TABLE; Schema: app2; Owner: -
ALTER PUBLICATION pub ADD TABLE ONLY app2.a;
-- Name: pub b; Type: PUBLICATION TABLE; Schema: app2; Owner: -
ALTER PUBLICATION pub ADD TABLE ONLY app2.b WHERE ((id > 3));
-- Name: SCHEMA app2; Type: ACL; Schema: -; Owner: -
GRANT USAGE ON SCHEMA app2 TO PUBLIC;
-- Name: FUNCTION ev(); Type: ACL; Schema: app2; Owner: -
REVOKE ALL ON FUNCTION app2.ev() FROM PUBLIC;
-- Name: FUNCTION fn(i integer, OUT o text, VARIADIC r integer[]); Type: ACL; Schema: app2; Owner: -
REVOKE ALL ON FUNCTION app2.fn(i integer, OUT o text, VARIADIC r integer[]) FROM PUBLIC;
-- Name: FUNCTION rt(); Type: ACL; Schema: app2; Owner: -
REVOKE ALL ON FUNCTION app2.rt() FROM PUBLIC;
-- Name: FUNCTION agg(integer); Type: ACL; Schema: app2; Owner: -
REVOKE ALL ON FUNCTION app2.agg(integer) FROM PUBLIC;
-- Name: TABLE a; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.a TO PUBLIC;
-- Name: TABLE b; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.b TO PUBLIC;
-- Name: COLUMN b.code; Type: ACL; Schema: app2; Owner: -
GRANT UPDATE(code) ON TABLE app2.b TO PUBLIC;
-- Name: TABLE colt; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.colt TO PUBLIC;
-- Name: TABLE d; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.d TO PUBLIC;
-- Name: TABLE dp; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.dp TO PUBLIC;
-- Name: TABLE ft; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.ft TO PUBLIC;
-- Name: TABLE pt; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.pt TO PUBLIC;
-- Name: TABLE pt_a; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.pt_a TO PUBLIC;
-- Name: TABLE pt_gone; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.pt_gone TO PUBLIC;
-- Name: TABLE pt_h; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.pt_h TO PUBLIC;
-- Name: TABLE pt_h0; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.pt_h0 TO PUBLIC;
-- Name: TABLE pt_x; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.pt_x TO PUBLIC;
-- Name: SEQUENCE sq2; Type: ACL; Schema: app2; Owner: -
GRANT ALL ON SEQUENCE app2.sq2 TO PUBLIC;
-- Name: TABLE tc; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.tc TO PUBLIC;
-- Name: TABLE ul; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.ul TO PUBLIC;
-- Name: TABLE withseq; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.withseq TO PUBLIC;
-- Name: TABLE z; Type: ACL; Schema: app2; Owner: -
GRANT SELECT ON TABLE app2.z TO PUBLIC;
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: app2; Owner: -
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app2 GRANT SELECT ON TABLES  TO PUBLIC;
-- Name: et; Type: EVENT TRIGGER; Schema: -; Owner: -
CREATE EVENT TRIGGER et ON ddl_command_start
         WHEN TAG IN ('CREATE TABLE')
   EXECUTE FUNCTION app2.ev();
-- PostgreSQL database dump complete
