CREATE SCHEMA "Odd Name";
ALTER SCHEMA "Odd Name" OWNER TO app_owner;
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO postgres;
COMMENT ON SCHEMA app IS 'it''s ours';
GRANT USAGE ON SCHEMA app TO app_reader WITH GRANT OPTION;
COMMENT ON SCHEMA public IS 'not the standard one';
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
CREATE TYPE app.whole;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE FOREIGN DATA WRAPPER dummy OPTIONS (debug 'true');
ALTER FOREIGN DATA WRAPPER dummy OWNER TO postgres;
GRANT USAGE ON FOREIGN DATA WRAPPER dummy TO app_reader;
CREATE SERVER far TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER dummy OPTIONS ("Port" '1', host 'h''h');
ALTER SERVER far OWNER TO postgres;
COMMENT ON SERVER far IS 'far';
GRANT USAGE ON FOREIGN SERVER far TO app_reader;
CREATE USER MAPPING FOR app_reader SERVER far;
-- write the secret in place of ***
-- needs secret
CREATE USER MAPPING FOR public SERVER far OPTIONS (password '***', "user" 'u');
CREATE COLLATION app.plain (locale = 'C');
ALTER COLLATION app.plain OWNER TO postgres;
CREATE TYPE app.address AS (street text COLLATE pg_catalog."C", zip character varying(9), at point);
ALTER TYPE app.address OWNER TO postgres;
COMMENT ON COLUMN app.address.zip IS 'zip';
CREATE TYPE app.later;
ALTER TYPE app.later OWNER TO postgres;
CREATE TYPE app.mood AS ENUM ('sad', 'fine', 'ok', 'very happy', 'it''s');
ALTER TYPE app.mood OWNER TO app_owner;
COMMENT ON TYPE app.mood IS 'mood';
REVOKE ALL ON TYPE app.mood FROM PUBLIC;
CREATE DOMAIN app.email AS text COLLATE pg_catalog."C" DEFAULT 'a@b'::text NOT NULL
    CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text));
ALTER DOMAIN app.email ADD CONSTRAINT short CHECK ((length(VALUE) < 300)) NOT VALID;
ALTER DOMAIN app.email OWNER TO postgres;
COMMENT ON DOMAIN app.email IS 'mail';
COMMENT ON CONSTRAINT has_at ON DOMAIN app.email IS 'at';
GRANT USAGE ON TYPE app.email TO app_reader;
CREATE FUNCTION app.difference(a numeric, b numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT (a - b)::double precision$$;
CREATE TYPE app.span AS RANGE (multirange_type_name = app.spans, subtype = numeric, subtype_diff = app.difference);
ALTER TYPE app.span OWNER TO postgres;
ALTER FUNCTION app.difference(numeric, numeric) OWNER TO postgres;
CREATE FUNCTION app.on_ddl() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ BEGIN END $$;
ALTER FUNCTION app.on_ddl() OWNER TO postgres;
CREATE FUNCTION app.pair(a integer, OUT b integer, OUT c text) RETURNS record
    LANGUAGE sql
    AS $$ SELECT 1, 'x' $$;
ALTER FUNCTION app.pair(integer) OWNER TO postgres;
GRANT EXECUTE ON FUNCTION app.pair(integer) TO app_reader;
REVOKE ALL ON FUNCTION app.pair(integer) FROM PUBLIC;
CREATE FUNCTION app.rows_of(VARIADIC items text[]) RETURNS TABLE(id integer, "Name" text)
    LANGUAGE sql STABLE LEAKPROOF ROWS 7
    AS $$ SELECT 1, 'x' $$;
ALTER FUNCTION app.rows_of(text[]) OWNER TO postgres;
CREATE FUNCTION app.step(internal_state integer, mood app.mood DEFAULT 'ok'::app.mood) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER PARALLEL SAFE COST 50
    SET search_path TO app, pg_temp
    SET work_mem TO '8MB'
    AS $$ BEGIN RETURN 1; END $$;
ALTER FUNCTION app.step(integer, app.mood) OWNER TO app_owner;
COMMENT ON FUNCTION app.step(integer, app.mood) IS 'two
lines \ ''q''';
CREATE FUNCTION app.touched() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;
ALTER FUNCTION app.touched() OWNER TO postgres;
CREATE FUNCTION app.whole_in(cstring) RETURNS app.whole
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4in$$;
ALTER FUNCTION app.whole_in(cstring) OWNER TO postgres;
CREATE FUNCTION app.whole_out(app.whole) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4out$$;
CREATE TYPE app.whole (alignment = integer, category = 'N', DEFAULT = '0', delimiter = ';', input = app.whole_in, internallength = 4, output = app.whole_out, passedbyvalue = TRUE, storage = plain);
ALTER TYPE app.whole OWNER TO postgres;
CREATE FUNCTION app.cross_cmp(app.whole, integer) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT
    AS $$btint4cmp$$;
ALTER FUNCTION app.cross_cmp(app.whole, integer) OWNER TO postgres;
CREATE FUNCTION app.whole_cmp(app.whole, app.whole) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT
    AS $$btint4cmp$$;
ALTER FUNCTION app.whole_cmp(app.whole, app.whole) OWNER TO postgres;
CREATE FUNCTION app.whole_eq(app.whole, app.whole) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4eq$$;
ALTER FUNCTION app.whole_eq(app.whole, app.whole) OWNER TO postgres;
CREATE FUNCTION app.whole_gt(app.whole, app.whole) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4gt$$;
ALTER FUNCTION app.whole_gt(app.whole, app.whole) OWNER TO postgres;
CREATE FUNCTION app.whole_lt(app.whole, app.whole) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4lt$$;
ALTER FUNCTION app.whole_lt(app.whole, app.whole) OWNER TO postgres;
ALTER FUNCTION app.whole_out(app.whole) OWNER TO postgres;
CREATE PROCEDURE app.work(INOUT n integer, label text DEFAULT 'x; -- y'::text)
    LANGUAGE plpgsql
    AS $$ BEGIN n := 1; END $$;
ALTER PROCEDURE app.work(integer, text) OWNER TO postgres;
GRANT EXECUTE ON PROCEDURE app.work(integer, text) TO app_reader WITH GRANT OPTION;
CREATE OPERATOR app.< (function = app.whole_lt, leftarg = app.whole, rightarg = app.whole, commutator = OPERATOR(app.>), restrict = scalarltsel, join = scalarltjoinsel);
ALTER OPERATOR app.<(app.whole, app.whole) OWNER TO postgres;
COMMENT ON OPERATOR app.<(app.whole, app.whole) IS 'less';
CREATE OPERATOR app.= (function = app.whole_eq, leftarg = app.whole, rightarg = app.whole, commutator = OPERATOR(app.=), merges, hashes, restrict = eqsel, join = eqjoinsel);
ALTER OPERATOR app.=(app.whole, app.whole) OWNER TO postgres;
CREATE OPERATOR app.> (function = app.whole_gt, leftarg = app.whole, rightarg = app.whole, commutator = OPERATOR(app.<));
ALTER OPERATOR app.>(app.whole, app.whole) OWNER TO postgres;
CREATE OPERATOR FAMILY app.whole_hash USING hash;
ALTER OPERATOR FAMILY app.whole_hash USING hash OWNER TO postgres;
CREATE OPERATOR FAMILY app.wholes USING btree;
ALTER OPERATOR FAMILY app.wholes USING btree ADD FUNCTION 1 (app.whole, integer) app.cross_cmp(app.whole, integer);
ALTER OPERATOR FAMILY app.wholes USING btree OWNER TO postgres;
CREATE OPERATOR CLASS app.whole_hash FOR TYPE app.whole USING hash FAMILY app.whole_hash AS OPERATOR 1 app.= (app.whole, app.whole);
ALTER OPERATOR CLASS app.whole_hash USING hash OWNER TO postgres;
CREATE OPERATOR CLASS app.whole_ops DEFAULT FOR TYPE app.whole USING btree FAMILY app.wholes AS OPERATOR 1 app.< (app.whole, app.whole), OPERATOR 3 app.= (app.whole, app.whole), OPERATOR 5 app.> (app.whole, app.whole), FUNCTION 1 (app.whole, app.whole) app.whole_cmp(app.whole, app.whole);
ALTER OPERATOR CLASS app.whole_ops USING btree OWNER TO postgres;
COMMENT ON OPERATOR CLASS app.whole_ops USING btree IS 'class';
CREATE AGGREGATE app.moving(double precision) (sfunc = float8pl, stype = double precision, msfunc = float8pl, minvfunc = float8mi, mstype = double precision, minitcond = '0', sortop = OPERATOR(pg_catalog.<));
ALTER AGGREGATE app.moving(double precision) OWNER TO postgres;
CREATE AGGREGATE app."none"(*) (sfunc = int8inc, stype = bigint, initcond = '0');
ALTER AGGREGATE app."none"(*) OWNER TO app_owner;
CREATE AGGREGATE app.percent(double precision ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
ALTER AGGREGATE app.percent(double precision ORDER BY anyelement) OWNER TO postgres;
CREATE AGGREGATE app.total(integer) (sfunc = int4pl, stype = integer, initcond = '0', combinefunc = int4pl, parallel = safe);
ALTER AGGREGATE app.total(integer) OWNER TO postgres;
COMMENT ON AGGREGATE app.total(integer) IS 'sum';
CREATE CAST (app.whole AS integer) WITHOUT FUNCTION AS ASSIGNMENT;
COMMENT ON CAST (app.whole AS integer) IS 'a cast';
CREATE CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION app.latin OWNER TO postgres;
CREATE TEXT SEARCH PARSER app.parser ("end" = 'prsd_end', gettoken = 'prsd_nexttoken', headline = 'prsd_headline', lextypes = 'prsd_lextype', start = 'prsd_start');
CREATE TEXT SEARCH TEMPLATE app.templ (init = 'dsimple_init', lexize = 'dsimple_lexize');
CREATE TEXT SEARCH DICTIONARY app.simple_dict (accept = 'false', template = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY app.simple_dict OWNER TO postgres;
COMMENT ON TEXT SEARCH DICTIONARY app.simple_dict IS 'dict';
CREATE TEXT SEARCH CONFIGURATION app.english2 (parser = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR asciihword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR asciiword WITH app.simple_dict, english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR hword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR hword_asciipart WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR hword_part WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR uint WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.english2 ADD MAPPING FOR word WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english2 OWNER TO postgres;
CREATE UNLOGGED SEQUENCE app.fast;
ALTER SEQUENCE app.fast OWNER TO postgres;
CREATE SEQUENCE app.numbers AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 50 START WITH 10 CACHE 5 CYCLE;
ALTER SEQUENCE app.numbers OWNER TO postgres;
GRANT UPDATE, USAGE ON SEQUENCE app.numbers TO app_reader;
CREATE SEQUENCE app.owned;
CREATE SEQUENCE app.users_id_seq;
CREATE TABLE "Odd Name"."T" (
    a integer
);
ALTER TABLE "Odd Name"."T" OWNER TO postgres;
CREATE TABLE app."Quoted ""Table""" (
    "a.b" integer NOT NULL,
    "select" text DEFAULT 'a;b'::text,
    CONSTRAINT "Quoted ""Table""_pkey" PRIMARY KEY ("a.b")
);
ALTER TABLE app."Quoted ""Table""" OWNER TO postgres;
CREATE TABLE app.base (
    id integer NOT NULL,
    note text DEFAULT 'n'::text,
    CONSTRAINT noted CHECK ((note <> ''::text)),
    CONSTRAINT own CHECK ((id > 0)) NO INHERIT
);
CREATE TABLE app.adopted (
    id integer NOT NULL,
    note text DEFAULT NULL,
    CONSTRAINT noted CHECK ((note <> ''::text))
)
INHERITS (app.base);
ALTER TABLE app.adopted OWNER TO postgres;
ALTER TABLE app.base OWNER TO postgres;
CREATE UNLOGGED TABLE app.cache (
    key text NOT NULL,
    value bytea,
    CONSTRAINT cache_pkey PRIMARY KEY (key)
);
ALTER TABLE app.cache OWNER TO postgres;
CREATE TABLE app.derived (
    id integer DEFAULT 4 NOT NULL,
    more text
)
INHERITS (app.base);
ALTER TABLE app.derived OWNER TO postgres;
CREATE TABLE app.derived2 ()
INHERITS (app.derived);
ALTER TABLE app.derived2 OWNER TO postgres;
CREATE TABLE app.events (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'k'::text,
    CONSTRAINT above CHECK ((id > 0)),
    CONSTRAINT events_pkey PRIMARY KEY (id, at)
)
PARTITION BY RANGE (at);
ALTER TABLE app.events OWNER TO postgres;
CREATE TABLE app.events_2026 (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'k'::text,
    CONSTRAINT above CHECK ((id > 0)),
    CONSTRAINT events_2026_pkey PRIMARY KEY (id, at)
);
CREATE TABLE app.events_2027 (
    kind text DEFAULT NULL,
    at date NOT NULL,
    id bigint NOT NULL,
    CONSTRAINT above CHECK ((id > 0)),
    CONSTRAINT mine CHECK ((kind <> 'q'::text)),
    CONSTRAINT events_2027_pkey PRIMARY KEY (id, at)
);
CREATE TABLE app.events_rest (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'k'::text,
    CONSTRAINT above CHECK ((id > 0)),
    CONSTRAINT events_rest_pkey PRIMARY KEY (id, at)
)
PARTITION BY RANGE (at);
CREATE TABLE app.events_rest_a (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'a'::text,
    CONSTRAINT above CHECK ((id > 0)),
    CONSTRAINT events_rest_a_pkey PRIMARY KEY (id, at)
);
CREATE TABLE app.hashed (
    id integer,
    user_id bigint
)
PARTITION BY HASH (id);
ALTER TABLE app.hashed OWNER TO postgres;
CREATE TABLE app.nulls (
    a integer,
    b integer,
    CONSTRAINT nulls_a_key UNIQUE NULLS NOT DISTINCT (a)
);
ALTER TABLE app.nulls OWNER TO postgres;
GRANT SELECT ON TABLE app.nulls TO app_reader;
CREATE TABLE app.orders (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    user_id bigint NOT NULL,
    other bigint,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.orders FORCE ROW LEVEL SECURITY;
ALTER TABLE app.orders OWNER TO postgres;
GRANT DELETE, INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE app.orders TO app_owner;
REVOKE ALL ON TABLE app.orders FROM postgres;
GRANT DELETE, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE app.orders TO postgres;
GRANT SELECT ON TABLE app.orders TO PUBLIC;
ALTER SEQUENCE app.owned OWNER TO postgres;
ALTER SEQUENCE app.owned OWNED BY app.orders.other;
CREATE TABLE app.other_heap (
    a integer
)
USING heap2;
ALTER TABLE app.other_heap OWNER TO postgres;
CREATE TABLE app.typed OF app.address (
    street WITH OPTIONS COLLATE pg_catalog."C" DEFAULT 'x'::text,
    zip WITH OPTIONS NOT NULL,
    at WITH OPTIONS,
    CONSTRAINT typed_pkey PRIMARY KEY (zip)
);
ALTER TABLE app.typed OWNER TO postgres;
CREATE TABLE app.users (
    id bigint DEFAULT nextval('app.users_id_seq'::regclass) NOT NULL,
    uid integer GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5 START WITH 5 CACHE 3) NOT NULL,
    email app.email,
    mood app.mood DEFAULT 'ok'::app.mood,
    name character varying(40) COLLATE pg_catalog."C" DEFAULT 'x'::character varying NOT NULL,
    "Full Name" text GENERATED ALWAYS AS (((name)::text || '!'::text)) STORED,
    tags text[] COMPRESSION pglz DEFAULT '{}'::text[],
    home app.address,
    amount numeric(10,2) DEFAULT 0.5,
    at timestamp(3) with time zone DEFAULT now(),
    data jsonb DEFAULT '{"a": 1}'::jsonb,
    span app.span,
    extra integer,
    CONSTRAINT positive CHECK (((amount > (0)::numeric) AND (extra IS DISTINCT FROM 3))),
    CONSTRAINT users_email UNIQUE (email) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT users_pkey PRIMARY KEY (id) WITH (fillfactor=80),
    CONSTRAINT users_span_excl EXCLUDE USING gist (span WITH &&) WHERE ((extra > 0))
)
WITH (autovacuum_enabled=FALSE, fillfactor=70, toast.autovacuum_enabled=FALSE);
CREATE TABLE app.hashed_0 (
    id integer,
    user_id bigint,
    CONSTRAINT hashed_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id)
);
ALTER TABLE app.hashed ATTACH PARTITION app.hashed_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE app.hashed_0 OWNER TO postgres;
ALTER TABLE app.users OWNER TO app_owner;
COMMENT ON TABLE app.users IS 'users';
GRANT INSERT, SELECT ON TABLE app.users TO app_reader;
ALTER SEQUENCE app.users_id_seq OWNER TO app_owner;
ALTER SEQUENCE app.users_id_seq OWNED BY app.users.id;
GRANT SELECT ON TABLE pg_catalog.pg_authid TO app_reader;
CREATE FOREIGN TABLE app.remote (
    id integer OPTIONS (column_name 'ID') NOT NULL,
    name text DEFAULT 'x'::text,
    CONSTRAINT remote_id_check CHECK ((id > 0))
)
SERVER far OPTIONS (table_name 'T');
ALTER FOREIGN TABLE app.remote OWNER TO postgres;
COMMENT ON FOREIGN TABLE app.remote IS 'remote';
COMMENT ON COLUMN app.remote.name IS 'far name';
COMMENT ON COLUMN app.users."Full Name" IS 'full';
GRANT UPDATE (extra) ON TABLE app.users TO app_reader;
GRANT REFERENCES (id) ON TABLE app.users TO app_reader;
GRANT UPDATE (name) ON TABLE app.users TO app_reader;
CREATE INDEX "Users Gin" ON app.users USING gin (tags);
CREATE INDEX events_2026_own ON app.events_2026 USING btree (at);
CREATE INDEX events_kind ON ONLY app.events USING btree (kind);
CREATE INDEX events_2026_kind_idx ON app.events_2026 USING btree (kind);
ALTER TABLE app.events ATTACH PARTITION app.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE app.events_2026 OWNER TO postgres;
ALTER INDEX app.events_kind ATTACH PARTITION app.events_2026_kind_idx;
ALTER INDEX app.events_pkey ATTACH PARTITION app.events_2026_pkey;
CREATE INDEX events_2027_kind_idx ON app.events_2027 USING btree (kind);
ALTER TABLE app.events ATTACH PARTITION app.events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE app.events_2027 OWNER TO postgres;
ALTER INDEX app.events_kind ATTACH PARTITION app.events_2027_kind_idx;
ALTER INDEX app.events_pkey ATTACH PARTITION app.events_2027_pkey;
CREATE INDEX events_rest_kind_idx ON ONLY app.events_rest USING btree (kind);
ALTER TABLE app.events ATTACH PARTITION app.events_rest DEFAULT;
ALTER TABLE app.events_rest OWNER TO postgres;
CREATE INDEX events_rest_a_kind_idx ON app.events_rest_a USING btree (kind);
ALTER TABLE app.events_rest ATTACH PARTITION app.events_rest_a FOR VALUES FROM (MINVALUE) TO ('2000-01-01');
ALTER TABLE app.events_rest_a OWNER TO postgres;
ALTER INDEX app.events_rest_kind_idx ATTACH PARTITION app.events_rest_a_kind_idx;
ALTER INDEX app.events_rest_pkey ATTACH PARTITION app.events_rest_a_pkey;
ALTER INDEX app.events_kind ATTACH PARTITION app.events_rest_kind_idx;
ALTER INDEX app.events_pkey ATTACH PARTITION app.events_rest_pkey;
CREATE UNIQUE INDEX users_data ON app.users USING btree (((data ->> 'a'::text))) WITH (fillfactor=60);
CREATE INDEX users_lower ON app.users USING btree ((lower((name)::text)) text_pattern_ops DESC NULLS LAST, extra) INCLUDE (amount) WHERE ((mood = 'ok'::app.mood));
ALTER INDEX app.users_lower ALTER COLUMN 1 SET STATISTICS 200;
COMMENT ON INDEX app.users_lower IS 'index';
ALTER TABLE app.hashed ADD CONSTRAINT hashed_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id);
ALTER TABLE app.nulls ADD CONSTRAINT nulls_b_fkey FOREIGN KEY (b) REFERENCES app.nulls(a) ON DELETE SET NULL (b);
ALTER TABLE app.orders ADD CONSTRAINT orders_other FOREIGN KEY (other) REFERENCES app.users(id) MATCH FULL ON UPDATE SET NULL DEFERRABLE;
ALTER TABLE app.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id) ON DELETE CASCADE;
ALTER TABLE app.users ADD CONSTRAINT late CHECK ((extra < 1000)) NOT VALID;
COMMENT ON CONSTRAINT positive ON app.users IS 'pos';
CREATE VIEW app.invoked WITH (check_option=cascaded, security_invoker=TRUE) AS
    SELECT nulls.a FROM app.nulls WHERE (nulls.a > 1);
ALTER VIEW app.invoked OWNER TO postgres;
GRANT SELECT ON TABLE app.invoked TO app_reader;
CREATE VIEW app.names WITH (security_barrier=TRUE) AS
    SELECT u.id, u.name, count(*) OVER() AS n FROM app.users u WHERE ((u.mood = ANY (ARRAY['ok'::app.mood, 'sad'::app.mood])) AND ((u.name)::text ~~ 'a%'::text)) ORDER BY u.id;
COMMENT ON COLUMN app.names.n IS 'n';
ALTER VIEW app.names OWNER TO postgres;
COMMENT ON VIEW app.names IS 'names';
CREATE VIEW app.nums AS
    WITH RECURSIVE nums(n) AS (VALUES(1) UNION ALL SELECT (nums_1.n + 1) FROM nums nums_1 WHERE (nums_1.n < 10)) SELECT nums.n FROM nums;
ALTER VIEW app.nums OWNER TO postgres;
CREATE VIEW app.plain_users WITH (check_option=local) AS
    SELECT users.id, users.uid, users.email, users.mood, users.name, users."Full Name", users.tags, users.home, users.amount, users.at, users.data, users.span, users.extra FROM app.users WHERE (users.extra > 1);
ALTER TABLE app.plain_users ALTER COLUMN name SET DEFAULT 'view'::character varying;
ALTER VIEW app.plain_users OWNER TO postgres;
CREATE MATERIALIZED VIEW app.sums AS
    SELECT orders.user_id, sum(orders.other) AS total FROM app.orders GROUP BY orders.user_id;
ALTER TABLE app.sums ALTER COLUMN total SET STATISTICS 300;
CREATE UNIQUE INDEX sums_user ON app.sums USING btree (user_id);
ALTER MATERIALIZED VIEW app.sums OWNER TO postgres;
COMMENT ON MATERIALIZED VIEW app.sums IS 'sums';
CREATE STATISTICS app.users_expr ON lower(name::text), (extra + 1) FROM app.users;
ALTER STATISTICS app.users_expr OWNER TO postgres;
CREATE STATISTICS app.users_stats (dependencies, ndistinct) ON name, extra FROM app.users;
ALTER STATISTICS app.users_stats SET STATISTICS 400;
ALTER STATISTICS app.users_stats OWNER TO postgres;
COMMENT ON STATISTICS app.users_stats IS 'stats';
CREATE RULE divert AS ON UPDATE TO app.cache WHERE new.key = 'x' DO INSTEAD DELETE FROM app.cache WHERE (cache.key = old.key);
ALTER TABLE app.cache DISABLE RULE divert;
CREATE RULE quiet AS ON INSERT TO app.cache DO NOTHING;
COMMENT ON RULE quiet ON app.cache IS 'rule';
CREATE TRIGGER each AFTER INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.touched();
CREATE TRIGGER instead INSTEAD OF INSERT ON app.names FOR EACH ROW EXECUTE FUNCTION app.touched();
CREATE CONSTRAINT TRIGGER late_check AFTER INSERT ON app.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.touched();
ALTER TABLE app.orders ENABLE ALWAYS TRIGGER late_check;
CREATE TRIGGER off AFTER DELETE ON app.users REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION app.touched();
ALTER TABLE app.users DISABLE TRIGGER off;
CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name, extra ON app.users FOR EACH ROW WHEN ((new.extra > 1)) EXECUTE FUNCTION app.touched('a', 'b');
COMMENT ON TRIGGER touch ON app.users IS 'touch';
CREATE POLICY all_orders ON app.orders USING (TRUE);
COMMENT ON POLICY all_orders ON app.orders IS 'policy';
CREATE POLICY own_orders ON app.orders AS RESTRICTIVE FOR UPDATE TO app_reader, postgres USING ((user_id = 1)) WITH CHECK ((other > 2));
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN tag IN ('CREATE SCHEMA', 'DROP OWNED') EXECUTE FUNCTION app.on_ddl();
ALTER EVENT TRIGGER watch DISABLE;
ALTER EVENT TRIGGER watch OWNER TO postgres;
COMMENT ON EVENT TRIGGER watch IS 'watch';
CREATE PUBLICATION every FOR ALL TABLES WITH (publish_via_partition_root = 'true');
ALTER PUBLICATION every OWNER TO postgres;
CREATE PUBLICATION part FOR TABLE ONLY app.users (email, id) WHERE (extra > 1);
ALTER PUBLICATION part OWNER TO postgres;
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA "Odd Name";
ALTER PUBLICATION schemas OWNER TO postgres;
CREATE PUBLICATION several FOR TABLE ONLY app.orders, ONLY app.users WITH (publish = 'insert, delete');
ALTER PUBLICATION several OWNER TO postgres;
COMMENT ON PUBLICATION several IS 'pub';
REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
ALTER TABLE app.users REPLICA IDENTITY FULL;
ALTER TABLE app.users CLUSTER ON users_pkey;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT USAGE ON SEQUENCES TO app_reader WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app GRANT SELECT ON TABLES TO app_reader;
ALTER TABLE ONLY app.derived ALTER COLUMN note SET DEFAULT 'other'::text;
ALTER TABLE app.derived ADD CONSTRAINT note_is_not_null CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE app.derived VALIDATE CONSTRAINT note_is_not_null;
ALTER TABLE app.derived ALTER COLUMN note SET NOT NULL;
ALTER TABLE app.derived DROP CONSTRAINT note_is_not_null;
ALTER TABLE app.derived2 ALTER COLUMN note SET DEFAULT 'other'::text;
ALTER TABLE app.users ALTER COLUMN data SET STORAGE EXTERNAL;
ALTER TABLE app.users ALTER COLUMN name SET STATISTICS 500;
ALTER TABLE app.users ALTER COLUMN name SET (n_distinct=-0.5);
ALTER TABLE app.events_2026 DISABLE TRIGGER each;
