-- ask web: foreign-dependants table public.auth_by_pair_key of auth
DROP INDEX orders_pair_key CASCADE;

-- ask web: foreign-dependants table public.auth_by_key of auth
ALTER TABLE orders DROP CONSTRAINT orders_code_key CASCADE;

-- ask web: foreign-dependants table public.auth_by_key of auth
ALTER TABLE orders DROP CONSTRAINT orders_pkey CASCADE;

-- ask web: foreign-dependants table public.auth_by_key of auth table public.auth_by_pair_key of auth
ALTER TABLE orders DROP COLUMN code CASCADE;

-- ask web: foreign-dependants table public.auth_by_key of auth table public.auth_by_pair_key of auth
ALTER TABLE orders ALTER COLUMN code TYPE varchar(9);

-- ask web: foreign-dependants table public.auth_by_key of auth table public.auth_by_pair_key of auth materialized view public.auth_by_matview of auth table public.auth_by_row of auth table public.auth_by_policy_table of auth
DROP TABLE orders CASCADE;

-- ask web: foreign-dependants table public.auth_by_mood of auth view public.auth_by_cast of auth function public.auth_by_argument(public.web_mood) of auth domain public.auth_by_domain of auth type public.auth_by_composite of auth cast (public.web_mood as public.auth_pair) of auth table public.auth_by_array of auth
DROP TYPE web_mood CASCADE;

-- ask web: foreign-dependants table public.auth_by_pair of auth table public.auth_of of auth
DROP TYPE web_pair CASCADE;

-- ask web: foreign-dependants table public.auth_by_email of auth type public.auth_by_range of auth
DROP DOMAIN web_email CASCADE;

-- ask web: foreign-dependants table public.auth_by_span of auth
DROP TYPE web_span CASCADE;

-- ask web: foreign-dependants table public.auth_by_default of auth
DROP SEQUENCE numbers CASCADE;

-- ask web: foreign-dependants table public.auth_by_collation of auth
DROP COLLATION web_nocase CASCADE;

-- ask web: foreign-dependants table public.auth_by_check of auth table public.auth_by_index of auth table public.auth_by_generated of auth view public.auth_by_call of auth function public.auth_by_atomic() of auth aggregate public.auth_by_sfunc(text) of auth statistics public.auth_by_statistics of auth
DROP FUNCTION web_norm(text) CASCADE;

-- ask web: foreign-dependants table public.auth_by_check of auth table public.auth_by_index of auth table public.auth_by_generated of auth view public.auth_by_call of auth function public.auth_by_atomic() of auth aggregate public.auth_by_sfunc(text) of auth statistics public.auth_by_statistics of auth
DROP FUNCTION web_norm CASCADE;

-- ask web: foreign-dependants table public.auth_by_check of auth table public.auth_by_index of auth table public.auth_by_generated of auth view public.auth_by_call of auth function public.auth_by_atomic() of auth aggregate public.auth_by_sfunc(text) of auth statistics public.auth_by_statistics of auth
DROP ROUTINE web_norm CASCADE;

-- ask web: foreign-dependants table public.auth_by_operator of auth operator public.=~~=(text, text) of auth
DROP FUNCTION web_same CASCADE;

-- ask web: foreign-dependants table public.auth_by_policy of auth
DROP FUNCTION web_allowed() CASCADE;

-- ask web: foreign-dependants table public.auth_by_default of auth
DROP FUNCTION web_token CASCADE;

-- ask web: foreign-dependants table public.auth_by_trigger of auth
DROP FUNCTION web_touch() CASCADE;

-- ask web: foreign-dependants table public.auth_by_operator of auth
DROP OPERATOR === (text, text) CASCADE;

-- ask web: foreign-dependants view public.auth_by_aggregate of auth
DROP AGGREGATE web_total (int) CASCADE;

-- ask web: foreign-dependants table public.auth_by_citext of auth
DROP EXTENSION citext CASCADE;

-- ask web: foreign-dependants table public.auth_by_trgm of auth
DROP EXTENSION pg_trgm CASCADE;

-- ask web: foreign-dependants table public.auth_by_uuid of auth
DROP EXTENSION "uuid-ossp" CASCADE;

-- ask web: foreign-dependants foreign table public.auth_by_server of auth
DROP EXTENSION postgres_fdw CASCADE;

-- ask web: not-owner foreign data wrapper postgres_fdw; foreign-dependants foreign table public.auth_by_server of auth
DROP FOREIGN DATA WRAPPER postgres_fdw CASCADE;

-- ask web: foreign-dependants foreign table public.auth_by_server of auth
DROP SERVER web_server CASCADE;

-- ask web: foreign-dependants table shop.auth_in_schema of auth
DROP SCHEMA shop CASCADE;

-- ask web: foreign-dependants table public.auth_by_inherits of auth
DROP TABLE web_parent CASCADE;

-- ask web: foreign-dependants table public.auth_by_partition of auth
DROP TABLE web_root;

-- ask web: foreign-dependants table public.auth_by_partition of auth
DROP TABLE web_root CASCADE;

-- ask web: not-owner extension hstore of auth
DROP EXTENSION hstore CASCADE;

-- ask web: not-owner extension file_fdw of auth; foreign-dependants server auth_server of auth foreign table public.auth_files of auth
DROP EXTENSION file_fdw CASCADE;

-- ask web: opaque-statement
DROP OWNED BY auth_role;

-- ask web: opaque-statement
DROP OWNED BY auth_role CASCADE;

-- ask web: nothing
DROP OWNED BY CURRENT_USER;

-- ask web: nothing
DROP OWNED BY web_role;

-- ask web: opaque-statement
DROP OWNED BY somebody;

-- ask web: opaque-statement
DROP OWNED BY SESSION_USER CASCADE;

-- ask web: opaque-statement
REASSIGN OWNED BY auth_role TO web_role;

-- ask web: nothing
REASSIGN OWNED BY web_role TO auth_role;

-- ask web: nothing
REASSIGN OWNED BY CURRENT_ROLE TO auth_role;

-- ask web: foreign-dependants table public.auth_by_partition of auth
ALTER TABLE web_root ADD COLUMN x int;

-- ask web: foreign-dependants table public.auth_by_partition of auth
ALTER TABLE web_root ALTER COLUMN id TYPE int;

-- ask web: foreign-dependants table public.auth_by_partition of auth
ALTER TABLE web_root ADD CONSTRAINT c CHECK (id > 0);

-- ask web: not-owner table public.auth_by_partition of auth
ALTER TABLE web_root DETACH PARTITION auth_by_partition;

-- ask web: foreign-dependants table public.auth_by_partition of auth
ALTER TABLE web_root DROP COLUMN id;

-- ask web: nothing
ALTER TABLE ONLY web_root ALTER COLUMN id SET DEFAULT 1;

-- ask web: foreign-dependants table public.auth_by_partition of auth
CREATE INDEX ON web_root (id);

-- ask web: nothing
CREATE INDEX ON ONLY web_root (id);

-- ask web: foreign-dependants table public.auth_by_inherits of auth
ALTER TABLE web_parent ADD COLUMN x2 int;

-- ask web: foreign-dependants table public.auth_by_inherits of auth
ALTER TABLE web_parent DROP COLUMN note;

-- ask web: nothing
ALTER TABLE ONLY web_parent ALTER COLUMN note SET DEFAULT 'x';

-- ask web: foreign-dependants table public.auth_by_inherits of auth
ALTER TABLE web_parent RENAME COLUMN note TO notes;

-- ask web: not-owner table public.parts of auth; foreign-lock table public.parts_default of auth
ALTER TABLE parts ATTACH PARTITION web_loose FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');

-- ask web: not-owner table public.logins of auth
ALTER TABLE web_parts ATTACH PARTITION logins FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');

-- ask web: not-owner table public.parts of auth; foreign-lock table public.parts_default of auth
CREATE TABLE web_part_of_auth PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');

-- ask web: not-owner table public.animals of auth
CREATE TABLE web_child () INHERITS (animals);

-- ask web: not-owner table public.animals of auth
ALTER TABLE web_loose INHERIT animals;

-- ask web: not-owner table public.auth_dogs of auth; reference-not-allowed table public.animals of auth
ALTER TABLE auth_dogs NO INHERIT animals;

-- ask web: reference-not-allowed table public.users of auth; reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_like (LIKE users INCLUDING ALL);

-- ask web: nothing
CREATE TABLE web_like2 (LIKE logins);

-- ask web: reference-not-allowed table public.users of auth; reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_copy AS SELECT * FROM users;

-- ask web: reference-not-allowed table public.users of auth; reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_copy2 AS TABLE users;

-- ask web: nothing
CREATE TABLE web_copy3 AS SELECT * FROM logins;

-- ask web: reference-not-allowed table public.users of auth; reference-not-allowed type public.auth_mood of auth
SELECT * INTO web_copy4 FROM users;

-- ask web: foreign-dependants table public.auth_by_partition of auth
CREATE TRIGGER t BEFORE INSERT ON web_root FOR EACH ROW EXECUTE FUNCTION web_touch();

-- ask web: foreign-dependants table public.auth_by_partition of auth
UPDATE web_root SET at = '2026-02-03';

-- ask web: writes-foreign-data table public.auth_by_partition of auth
TRUNCATE web_root;

-- ask web: foreign-dependants table public.auth_by_partition of auth
VACUUM web_root;

-- ask web: foreign-dependants table public.auth_by_partition of auth
ANALYZE web_root;

-- ask web: nothing
SELECT * FROM web_root;

-- ask web: not-owner table public.users of auth
CREATE PUBLICATION p FOR TABLE users;

-- ask web: opaque-statement
CREATE PUBLICATION p FOR ALL TABLES;

-- ask web: not-owner schema auth of auth
CREATE PUBLICATION p FOR TABLES IN SCHEMA auth;

-- ask web: not-owner schema public; foreign-dependants table public.auth_by_partition of auth table public.users of auth table public.keys of auth table public.logins of auth table public.parts of auth table public.parts_default of auth table public.animals of auth table public.auth_dogs of auth table public.auth_by_mood of auth table public.auth_by_pair of auth table public.auth_by_email of auth table public.auth_by_span of auth table public.auth_by_row of auth table public.auth_by_default of auth table public.auth_by_check of auth table public.auth_by_operator of auth table public.auth_by_index of auth table public.auth_by_generated of auth table public.auth_by_collation of auth table public.auth_by_trigger of auth table public.auth_by_policy of auth table public.auth_by_policy_table of auth table public.auth_by_key of auth table public.auth_by_pair_key of auth table public.auth_by_inherits of auth table public.auth_by_citext of auth table public.auth_by_trgm of auth table public.auth_by_uuid of auth table public.auth_by_array of auth table public.auth_by_like of auth table public.auth_of of auth table public.auth_noted of auth
CREATE PUBLICATION p FOR TABLES IN SCHEMA public;

-- ask web: not-owner schema "current_schema"
CREATE PUBLICATION p FOR TABLES IN SCHEMA CURRENT_SCHEMA;

-- ask web: not-owner table public.users of auth
ALTER PUBLICATION web_pub ADD TABLE users;

-- ask web: not-owner table public.users of auth
ALTER PUBLICATION web_pub ADD TABLE users (id), orders;

-- ask web: not-owner table public.users of auth
ALTER PUBLICATION web_pub SET TABLE users;

-- ask web: not-owner schema public; foreign-dependants table public.auth_by_partition of auth table public.users of auth table public.keys of auth table public.logins of auth table public.parts of auth table public.parts_default of auth table public.animals of auth table public.auth_dogs of auth table public.auth_by_mood of auth table public.auth_by_pair of auth table public.auth_by_email of auth table public.auth_by_span of auth table public.auth_by_row of auth table public.auth_by_default of auth table public.auth_by_check of auth table public.auth_by_operator of auth table public.auth_by_index of auth table public.auth_by_generated of auth table public.auth_by_collation of auth table public.auth_by_trigger of auth table public.auth_by_policy of auth table public.auth_by_policy_table of auth table public.auth_by_key of auth table public.auth_by_pair_key of auth table public.auth_by_inherits of auth table public.auth_by_citext of auth table public.auth_by_trgm of auth table public.auth_by_uuid of auth table public.auth_by_array of auth table public.auth_by_like of auth table public.auth_of of auth table public.auth_noted of auth
ALTER PUBLICATION web_pub ADD TABLES IN SCHEMA public;

-- ask web: not-owner publication auth_pub of auth; not-owner table public.users of auth
ALTER PUBLICATION auth_pub DROP TABLE users;

-- ask web: not-owner publication auth_pub of auth
ALTER PUBLICATION auth_pub ADD TABLE orders;

-- ask web: not-owner publication auth_pub of auth
ALTER PUBLICATION auth_pub SET (publish = 'insert');

-- ask web: not-owner publication auth_pub of auth
ALTER PUBLICATION auth_pub OWNER TO web_role;

-- ask web: not-owner publication auth_pub of auth
ALTER PUBLICATION auth_pub RENAME TO web_pub2;

-- ask web: not-owner publication auth_pub of auth
DROP PUBLICATION auth_pub;

-- ask web: opaque-statement
CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p;

-- ask web: not-owner subscription s
ALTER SUBSCRIPTION s REFRESH PUBLICATION;

-- ask web: not-owner table public.users of auth
CREATE STATISTICS web_stats ON plan, at FROM users;

-- ask web: not-owner table public.users of auth
CREATE STATISTICS auth_users_stats2 ON (lower(plan)) FROM users;

-- ask web: not-owner statistics public.auth_users_stats of auth; foreign-dependants table public.users of auth
DROP STATISTICS auth_users_stats;

-- ask web: not-owner statistics public.auth_users_stats of auth
ALTER STATISTICS auth_users_stats SET STATISTICS 100;

-- ask web: not-owner statistics public.auth_users_stats of auth
ALTER STATISTICS auth_users_stats RENAME TO web_users_stats;

-- ask web: not-owner statistics public.auth_users_stats of auth
ALTER STATISTICS auth_users_stats OWNER TO web_role;

-- ask web: not-owner table public.users of auth
ALTER SEQUENCE users_id_seq RESTART;

-- ask web: not-owner table public.users of auth
ALTER SEQUENCE users_n_seq OWNED BY NONE;

-- ask web: not-owner table public.users of auth
ALTER SEQUENCE web_counter OWNED BY users.id;

-- ask web: not-owner sequence public.auth_numbers of auth
ALTER SEQUENCE auth_numbers OWNED BY items.id;

-- ask web: not-owner table public.users of auth
CREATE SEQUENCE web_seq OWNED BY users.id;

-- ask web: writes-foreign-data table public.users of auth
SELECT setval('users_id_seq', 1);

-- ask web: writes-foreign-data table public.users of auth
SELECT setval(pg_get_serial_sequence('users', 'id'), 1);

-- ask web: writes-foreign-data table public.users of auth
SELECT nextval('users_n_seq');

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
SELECT setval('auth_numbers', 5);

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
SELECT setval('auth_' || 'numbers', 5);

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
SELECT nextval(('auth_numbers')::regclass);

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
SELECT nextval(('auth_' || 'numbers')::regclass);

-- ask web: opaque-statement
SELECT setval(oid::regclass, 1) FROM pg_class WHERE relkind = 'S';

-- ask web: not-owner sequence public.auth_numbers of auth
ALTER SEQUENCE auth_numbers RENAME TO web_numbers;

-- ask web: not-owner sequence public.auth_numbers of auth
ALTER SEQUENCE auth_numbers SET SCHEMA shop;

-- ask web: not-owner table public.users of auth
ALTER TABLE users ALTER COLUMN id RESTART WITH 1;

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
ALTER TABLE items ALTER COLUMN id SET DEFAULT nextval('auth_numbers');

-- ask web: writes-foreign-data table public.users of auth
CREATE TABLE web_numbered (id int DEFAULT nextval('users_n_seq'));

-- ask web: reference-not-allowed sequence public.auth_numbers of auth
SELECT last_value FROM auth_numbers;

-- ask web: reference-not-allowed sequence public.auth_numbers of auth
SELECT currval('auth_numbers');

-- ask web: nothing
SELECT lastval();

-- ask web: not-owner sequence public.auth_numbers of auth
DROP SEQUENCE auth_numbers;

-- ask web: nothing
TRUNCATE items RESTART IDENTITY;

-- ask web: reference-not-allowed function public.auth_guard() of auth; opaque-statement
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION auth_guard();

-- ask web: not-owner event trigger e
ALTER EVENT TRIGGER e DISABLE;

-- ask web: not-owner event trigger e
ALTER EVENT TRIGGER e OWNER TO web_role;

-- ask web: not-owner event trigger e
ALTER EVENT TRIGGER e RENAME TO f;

-- ask web: not-owner event trigger e
DROP EVENT TRIGGER e;

-- ask web: not-owner table public.users of auth
SECURITY LABEL ON TABLE users IS 'x';

-- ask web: not-owner table public.users of auth
SECURITY LABEL ON COLUMN users.email IS 'x';

-- ask web: not-owner table public.users of auth
SECURITY LABEL FOR anon ON COLUMN users.email IS 'MASKED WITH VALUE NULL';

-- ask web: not-owner function public.auth_norm(text) of auth
SECURITY LABEL ON FUNCTION auth_norm(text) IS 'x';

-- ask web: not-owner schema auth of auth
SECURITY LABEL ON SCHEMA auth IS 'x';

-- ask web: not-owner table public.users of auth
COMMENT ON TABLE users IS 'x';

-- ask web: not-owner table public.users of auth
COMMENT ON COLUMN users.email IS 'x';

-- ask web: not-owner table public.users of auth
COMMENT ON INDEX users_plan_idx IS 'x';

-- ask web: not-owner table public.users of auth
COMMENT ON CONSTRAINT users_pkey ON users IS 'x';

-- ask web: not-owner table public.users of auth
COMMENT ON TRIGGER users_touch ON users IS 'x';

-- ask web: not-owner table public.users of auth
COMMENT ON POLICY users_own ON users IS 'x';

-- ask web: not-owner table public.keys of auth
COMMENT ON RULE users_log ON keys IS 'x';

-- ask web: not-owner type public.auth_mood of auth
COMMENT ON TYPE auth_mood IS 'x';

-- ask web: not-owner domain public.auth_email of auth
COMMENT ON DOMAIN auth_email IS 'x';

-- ask web: not-owner domain constraint auth_email_check on public.auth_email
COMMENT ON CONSTRAINT auth_email_check ON DOMAIN auth_email IS 'x';

-- ask web: not-owner function public.auth_norm(text) of auth
COMMENT ON FUNCTION auth_norm(text) IS 'x';

-- ask web: not-owner aggregate public.auth_total(integer) of auth
COMMENT ON AGGREGATE auth_total(int) IS 'x';

-- ask web: not-owner operator public.====(text, text) of auth
COMMENT ON OPERATOR ==== (text, text) IS 'x';

-- ask web: not-owner schema auth of auth
COMMENT ON SCHEMA auth IS 'x';

-- ask web: not-owner schema public
COMMENT ON SCHEMA public IS 'x';

-- ask web: not-owner extension hstore of auth
COMMENT ON EXTENSION hstore IS 'x';

-- ask web: not-owner sequence public.auth_numbers of auth
COMMENT ON SEQUENCE auth_numbers IS 'x';

-- ask web: not-owner statistics public.auth_users_stats of auth
COMMENT ON STATISTICS auth_users_stats IS 'x';

-- ask web: not-owner server auth_server of auth
COMMENT ON SERVER auth_server IS 'x';

-- ask web: not-owner publication auth_pub of auth
COMMENT ON PUBLICATION auth_pub IS 'x';

-- ask web: not-owner collation public.auth_nocase of auth
COMMENT ON COLLATION auth_nocase IS 'x';

-- ask web: not-owner materialized view public.auth_stats of auth
COMMENT ON MATERIALIZED VIEW auth_stats IS 'x';

-- ask web: not-owner text search configuration public.auth_search of auth
COMMENT ON TEXT SEARCH CONFIGURATION auth_search IS 'x';

-- ask web: cluster-wide database main
COMMENT ON DATABASE main IS 'x';

-- ask web: not-owner table public.users of auth
CREATE TRIGGER web_trigger AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION web_touch();

-- ask web: not-owner table public.users of auth
CREATE CONSTRAINT TRIGGER web_trigger AFTER INSERT ON users DEFERRABLE FOR EACH ROW EXECUTE FUNCTION web_touch();

-- ask web: reference-not-allowed table public.users of auth
CREATE CONSTRAINT TRIGGER web_trigger AFTER INSERT ON items FROM users FOR EACH ROW EXECUTE FUNCTION web_touch();

-- ask web: not-owner table public.users of auth
DROP TRIGGER users_touch ON users;

-- ask web: not-owner table public.users of auth
ALTER TRIGGER users_touch ON users RENAME TO x;

-- ask web: not-owner table public.users of auth
ALTER TRIGGER users_touch ON users DEPENDS ON EXTENSION citext;

-- ask web: not-owner table public.users of auth
ALTER INDEX users_plan_idx DEPENDS ON EXTENSION citext;

-- ask web: reference-not-allowed function public.auth_touch() of auth
CREATE TRIGGER web_by_auth BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION auth_touch();

-- ask web: not-owner table public.users of auth
CREATE RULE r AS ON INSERT TO users DO INSTEAD NOTHING;

-- ask web: writes-foreign-data table public.users of auth
CREATE RULE r AS ON INSERT TO items DO ALSO INSERT INTO users (email) VALUES ('x');

-- ask web: writes-foreign-data table public.logins of auth
CREATE RULE r AS ON INSERT TO items DO ALSO DELETE FROM logins;

-- ask web: not-owner table public.keys of auth
DROP RULE users_log ON keys;

-- ask web: not-owner table public.users of auth
CREATE POLICY p ON users USING (true);

-- ask web: reference-not-allowed table public.users of auth
CREATE POLICY p ON items USING (EXISTS (SELECT FROM users));

-- ask web: reference-not-allowed table public.logins of auth
CREATE POLICY p ON items USING (id IN (SELECT id FROM logins));

-- ask web: not-owner table public.users of auth
ALTER POLICY users_own ON users USING (false);

-- ask web: not-owner table public.users of auth
DROP POLICY users_own ON users;

-- ask web: not-owner table public.users of auth
GRANT SELECT ON users TO web_role;

-- ask web: foreign-dependants table public.users of auth table public.keys of auth table public.logins of auth table public.parts of auth table public.parts_default of auth table public.animals of auth table public.auth_dogs of auth view public.active_users of auth materialized view public.auth_stats of auth foreign table public.auth_files of auth table public.auth_by_mood of auth table public.auth_by_pair of auth table public.auth_by_email of auth table public.auth_by_span of auth table public.auth_by_row of auth table public.auth_by_default of auth table public.auth_by_check of auth table public.auth_by_operator of auth table public.auth_by_index of auth table public.auth_by_generated of auth table public.auth_by_collation of auth table public.auth_by_trigger of auth table public.auth_by_policy of auth table public.auth_by_policy_table of auth view public.auth_by_aggregate of auth view public.auth_by_cast of auth view public.auth_by_call of auth table public.auth_by_key of auth table public.auth_by_pair_key of auth table public.auth_by_inherits of auth table public.auth_by_partition of auth foreign table public.auth_by_server of auth table public.auth_by_citext of auth table public.auth_by_trgm of auth table public.auth_by_uuid of auth materialized view public.auth_by_matview of auth table public.auth_by_array of auth table public.auth_by_like of auth table public.auth_of of auth table public.auth_noted of auth
GRANT ALL ON ALL TABLES IN SCHEMA public TO web_role;

-- ask web: not-owner table public.users of auth
GRANT SELECT (email) ON users TO web_role;

-- ask web: not-owner table public.users of auth
REVOKE ALL ON users FROM auth_role;

-- ask web: not-owner schema auth of auth
GRANT USAGE ON SCHEMA auth TO web_role;

-- ask web: not-owner schema public
GRANT USAGE ON SCHEMA public TO web_role;

-- ask web: not-owner function public.auth_norm(text) of auth
GRANT EXECUTE ON FUNCTION auth_norm(text) TO web_role;

-- ask web: foreign-dependants function public.auth_norm(text) of auth function public.auth_same(text, text) of auth function public.auth_add(integer, integer) of auth function public.auth_touch() of auth function public.auth_guard() of auth aggregate public.auth_total(integer) of auth function public.auth_by_argument(public.web_mood) of auth function public.auth_by_atomic() of auth aggregate public.auth_by_sfunc(text) of auth function public.auth_wipe() of auth function public.auth_note() of auth
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO web_role;

-- ask web: not-owner type public.auth_mood of auth
GRANT USAGE ON TYPE auth_mood TO web_role;

-- ask web: not-owner sequence public.auth_numbers of auth
GRANT USAGE ON SEQUENCE auth_numbers TO web_role;

-- ask web: not-owner server auth_server of auth
GRANT USAGE ON FOREIGN SERVER auth_server TO web_role;

-- ask web: cluster-wide role auth_role
GRANT auth_role TO web_role;

-- ask web: cluster-wide role web_role
REVOKE web_role FROM auth_role;

-- ask web: nothing
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO web_role;

-- ask web: opaque-statement
ALTER DEFAULT PRIVILEGES FOR ROLE auth_role GRANT SELECT ON TABLES TO web_role;

-- ask web: not-owner schema auth of auth; opaque-statement
ALTER DEFAULT PRIVILEGES FOR ROLE auth_role IN SCHEMA auth GRANT ALL ON TABLES TO PUBLIC;

-- ask web: nothing
ALTER DEFAULT PRIVILEGES FOR ROLE web_role GRANT SELECT ON TABLES TO auth_role;

-- ask web: cluster-wide database main
GRANT ALL ON DATABASE main TO web_role;

-- ask web: not-owner large object "1"
GRANT SELECT ON LARGE OBJECT 1 TO web_role;

-- ask web: cluster-wide parameter work_mem
GRANT SET ON PARAMETER work_mem TO web_role;

-- ask web: not-owner table public.users of auth
ALTER TABLE users OWNER TO web_role;

-- ask web: not-owner view public.active_users of auth
ALTER VIEW active_users OWNER TO web_role;

-- ask web: not-owner materialized view public.auth_stats of auth
ALTER MATERIALIZED VIEW auth_stats OWNER TO web_role;

-- ask web: not-owner type public.auth_mood of auth
ALTER TYPE auth_mood OWNER TO web_role;

-- ask web: not-owner function public.auth_norm(text) of auth
ALTER FUNCTION auth_norm(text) OWNER TO web_role;

-- ask web: not-owner schema auth of auth
ALTER SCHEMA auth OWNER TO web_role;

-- ask web: not-owner schema auth of auth
ALTER SCHEMA auth RENAME TO web_auth;

-- ask web: not-owner sequence public.auth_numbers of auth
ALTER SEQUENCE auth_numbers OWNER TO web_role;

-- ask web: not-owner table public.users of auth
ALTER TABLE users SET SCHEMA shop;

-- ask web: not-owner function public.auth_norm(text) of auth
ALTER FUNCTION auth_norm(text) SET SCHEMA shop;

-- ask web: not-owner type public.auth_mood of auth
ALTER TYPE auth_mood SET SCHEMA shop;

-- ask web: not-owner extension hstore of auth
ALTER EXTENSION hstore SET SCHEMA shop;

-- ask web: not-owner extension hstore of auth
ALTER EXTENSION hstore UPDATE;

-- ask web: not-owner extension hstore of auth
ALTER EXTENSION hstore ADD TABLE items;

-- ask web: not-owner table public.users of auth
ALTER EXTENSION citext ADD TABLE users;

-- ask web: nothing
ALTER EXTENSION citext UPDATE TO '1.6';

-- ask web: nothing
ALTER EXTENSION citext SET SCHEMA shop;

-- ask web: not-owner foreign data wrapper file_fdw
ALTER FOREIGN DATA WRAPPER file_fdw OPTIONS (ADD x '1');

-- ask web: not-owner server auth_server of auth
ALTER SERVER auth_server OPTIONS (ADD host 'x');

-- ask web: reference-not-allowed server auth_server of auth
CREATE USER MAPPING FOR web_role SERVER auth_server;

-- ask web: nothing
CREATE USER MAPPING FOR auth_role SERVER web_server;

-- ask web: not-owner user mapping for auth_role server auth_server
ALTER USER MAPPING FOR auth_role SERVER auth_server OPTIONS (ADD user 'x');

-- ask web: not-owner user mapping for auth_role server auth_server
DROP USER MAPPING FOR auth_role SERVER auth_server;

-- ask web: not-owner server auth_server of auth
DROP SERVER auth_server;

-- ask web: not-owner foreign table public.auth_files of auth
ALTER FOREIGN TABLE auth_files OPTIONS (SET filename '/etc/passwd');

-- ask web: opaque-statement
CREATE FOREIGN TABLE web_files (line text) SERVER auth_server;

-- ask web: opaque-statement
IMPORT FOREIGN SCHEMA public FROM SERVER web_server INTO shop;

-- ask web: not-owner schema auth of auth foreign table auth.users of auth; opaque-statement
IMPORT FOREIGN SCHEMA public LIMIT TO (users) FROM SERVER web_server INTO auth;

-- ask web: opaque-statement
CLUSTER;

-- ask web: not-owner table public.users of auth
CLUSTER users USING users_plan_idx;

-- ask web: not-owner table public.users of auth
CLUSTER users;

-- ask web: not-owner table public.users of auth
REINDEX TABLE users;

-- ask web: not-owner table public.users of auth
REINDEX INDEX users_plan_idx;

-- ask web: not-owner schema public
REINDEX SCHEMA public;

-- ask web: not-owner schema auth of auth
REINDEX SCHEMA auth;

-- ask web: cluster-wide database main
REINDEX DATABASE main;

-- ask web: cluster-wide database main
REINDEX SYSTEM main;

-- ask web: not-owner table public.users of auth
REINDEX TABLE CONCURRENTLY users;

-- ask web: not-owner table public.users of auth
REINDEX (TABLESPACE fast) INDEX users_plan_idx;

-- ask web: nothing
VACUUM;

-- ask web: opaque-statement
VACUUM FULL;

-- ask web: not-owner table public.users of auth
VACUUM FULL users;

-- ask web: not-owner table public.users of auth
VACUUM users;

-- ask web: not-owner table public.users of auth
VACUUM (FREEZE) users;

-- ask web: nothing
ANALYZE;

-- ask web: not-owner table public.users of auth
ANALYZE users;

-- ask web: not-owner table public.users of auth
ANALYZE users (email);

-- ask web: not-owner table public.logins of auth
ANALYZE logins;

-- ask web: writes-foreign-data table public.users of auth
LOCK TABLE users;

-- ask web: reference-not-allowed table public.users of auth
LOCK TABLE users IN ACCESS SHARE MODE;

-- ask web: writes-foreign-data view public.active_users of auth; foreign-lock table public.users of auth
LOCK TABLE active_users IN EXCLUSIVE MODE;

-- ask web: writes-foreign-data table public.logins of auth
LOCK TABLE logins IN ACCESS EXCLUSIVE MODE;

-- ask web: nothing
LOCK TABLE orders;

-- ask web: writes-foreign-data materialized view public.auth_stats of auth
REFRESH MATERIALIZED VIEW auth_stats;

-- ask web: writes-foreign-data materialized view public.auth_stats of auth
REFRESH MATERIALIZED VIEW CONCURRENTLY auth_stats;

-- ask web: nothing
CHECKPOINT;

-- ask web: writes-foreign-data table public.users of auth
COPY users FROM STDIN;
\.

-- ask web: reference-not-allowed table public.users of auth
COPY users TO STDOUT;

-- ask web: nothing
COPY logins TO STDOUT;

-- ask web: reference-not-allowed table public.users of auth
COPY users (email) TO '/tmp/x';

-- ask web: reference-not-allowed table public.users of auth
COPY (SELECT * FROM users) TO STDOUT;

-- ask web: writes-foreign-data table public.users of auth
COPY (DELETE FROM users RETURNING *) TO STDOUT;

-- ask web: writes-foreign-data table public.users of auth
COPY users FROM PROGRAM 'cat';

-- ask web: writes-foreign-data table public.users of auth
SELECT * FROM users FOR UPDATE;

-- ask web: writes-foreign-data table public.logins of auth
SELECT * FROM logins FOR UPDATE;

-- ask web: writes-foreign-data table public.logins of auth
SELECT * FROM logins FOR KEY SHARE;

-- ask web: writes-foreign-data table public.logins of auth
SELECT * FROM logins l, orders o FOR UPDATE OF l;

-- ask web: nothing
SELECT * FROM logins l, orders o FOR UPDATE OF o;

-- ask web: writes-foreign-data table public.logins of auth
SELECT * FROM (SELECT * FROM logins) x FOR UPDATE;

-- ask web: writes-foreign-data table public.logins of auth
WITH x AS (SELECT * FROM logins FOR UPDATE) SELECT * FROM x;

-- ask web: writes-foreign-data table public.users of auth
MERGE INTO users u USING orders o ON u.id = o.id WHEN MATCHED THEN DELETE;

-- ask web: reference-not-allowed table public.users of auth
MERGE INTO orders o USING users u ON u.id = o.id WHEN MATCHED THEN DO NOTHING;

-- ask web: writes-foreign-data table public.logins of auth
MERGE INTO logins u USING orders o ON u.id = o.id WHEN NOT MATCHED THEN INSERT (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth
WITH d AS (DELETE FROM users RETURNING id) SELECT * FROM d;

-- ask web: writes-foreign-data table public.logins of auth
WITH d AS (UPDATE logins SET at = NULL RETURNING id) INSERT INTO items SELECT id FROM d;

-- ask web: reference-not-allowed table public.users of auth
INSERT INTO items SELECT id FROM users;

-- ask web: reference-not-allowed table public.users of auth
UPDATE items SET id = u.id FROM users u;

-- ask web: reference-not-allowed table public.users of auth
DELETE FROM items USING users u WHERE u.id = items.id;

-- ask web: reference-not-allowed table public.users of auth
INSERT INTO items VALUES (1) ON CONFLICT (id) DO UPDATE SET order_id = (SELECT id FROM users);

-- ask web: reference-not-allowed table public.users of auth
TABLE users;

-- ask web: reference-not-allowed table public.users of auth
SELECT * FROM ONLY users;

-- ask web: reference-not-allowed view public.active_users of auth
SELECT count(*) FROM active_users;

-- ask web: writes-foreign-data view public.active_users of auth
INSERT INTO active_users (email) VALUES ('x');

-- ask web: nothing
DELETE FROM orders;

-- ask web: nothing
UPDATE orders SET code = 'x';

-- ask web: writes-foreign-data table public.auth_by_key of auth; writes-foreign-data table public.auth_by_pair_key of auth
TRUNCATE orders CASCADE;

-- ask web: writes-foreign-data table public.users of auth
TRUNCATE users;

-- ask web: reference-not-allowed table public.users of auth
DECLARE c CURSOR FOR SELECT * FROM users;

-- ask web: writes-foreign-data table public.logins of auth
DECLARE c CURSOR FOR SELECT * FROM logins FOR UPDATE;

-- ask web: writes-foreign-data table public.users of auth
PREPARE p AS DELETE FROM users;

-- ask web: reference-not-allowed table public.users of auth
EXPLAIN SELECT * FROM users;

-- ask web: writes-foreign-data table public.users of auth
EXPLAIN ANALYZE DELETE FROM users;

-- ask web: reference-not-allowed table public.users of auth
CREATE VIEW web_users AS SELECT * FROM users;

-- ask web: reference-not-allowed table public.logins of auth
CREATE VIEW web_logins AS SELECT * FROM logins;

-- ask web: reference-not-allowed table public.users of auth
CREATE MATERIALIZED VIEW web_users AS SELECT * FROM users;

-- ask web: reference-not-allowed table public.users of auth
CREATE RECURSIVE VIEW web_r (id) AS SELECT id FROM users;

-- ask web: not-owner view public.active_users of auth
ALTER VIEW active_users SET (security_barrier);

-- ask web: not-owner view public.active_users of auth; reference-not-allowed table public.users of auth
CREATE OR REPLACE VIEW active_users AS SELECT id, email FROM users;

-- ask web: writes-foreign-data table public.users of auth
DO $$ BEGIN DELETE FROM users; END $$;

-- ask web: writes-foreign-data table public.users of auth
DO $$ BEGIN EXECUTE 'DELETE FROM users'; END $$;

-- ask web: reference-not-allowed table public.users of auth
DO $$ DECLARE u users%ROWTYPE; BEGIN END $$;

-- ask web: reference-not-allowed table public.users of auth
DO $$ DECLARE e users.email%TYPE; BEGIN END $$;

-- ask web: reference-not-allowed table public.users of auth
DO $$ BEGIN FOR r IN SELECT * FROM users LOOP NULL; END LOOP; END $$;

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_t (m auth_mood);

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_t (m auth_mood[]);

-- ask web: reference-not-allowed type public.auth_pair of auth
CREATE TABLE web_t (p auth_pair);

-- ask web: reference-not-allowed table public.users of auth
CREATE TABLE web_t (u users);

-- ask web: reference-not-allowed table public.users of auth
CREATE TABLE web_t (u users[]);

-- ask web: reference-not-allowed type public.auth_span of auth
CREATE TABLE web_t (s auth_span);

-- ask web: reference-not-allowed domain public.auth_email of auth
CREATE TABLE web_t (e auth_email);

-- ask web: reference-not-allowed type public.auth_pair of auth
CREATE TABLE web_t OF auth_pair;

-- ask web: reference-not-allowed collation public.auth_nocase of auth
CREATE TABLE web_t (t text COLLATE auth_nocase);

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE TABLE web_t (t text DEFAULT auth_norm('x'));

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE TABLE web_t (t text, u text GENERATED ALWAYS AS (auth_norm(t)) STORED);

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE TABLE web_t (t text CHECK (t = auth_norm(t)));

-- ask web: reference-not-allowed operator public.====(text, text) of auth
CREATE TABLE web_t (t text CHECK (t ==== 'x'));

-- ask web: reference-not-allowed operator public.====(text, text) of auth
CREATE TABLE web_t (t text, EXCLUDE USING gist (t WITH ====));

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_t (t text DEFAULT 'sad'::auth_mood::text);

-- ask web: nothing
CREATE TABLE web_t (h hstore);

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE TABLE web_t AS SELECT 'sad'::auth_mood AS m;

-- ask web: nothing
CREATE TABLE web_t AS SELECT auth_norm('x') AS m;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE TABLE web_t (t text) PARTITION BY RANGE (auth_norm(t));

-- ask web: reference-not-allowed type public.auth_mood of auth
ALTER TABLE items ADD COLUMN m auth_mood;

-- ask web: reference-not-allowed type public.auth_mood of auth
ALTER TABLE items ALTER COLUMN id TYPE auth_mood USING 'sad';

-- ask web: nothing
ALTER TABLE items ALTER COLUMN id TYPE int USING auth_add(1, 2);

-- ask web: reference-not-allowed function public.auth_add(integer, integer) of auth
ALTER TABLE items ALTER COLUMN id SET DEFAULT auth_add(1, 2);

-- ask web: reference-not-allowed function public.auth_add(integer, integer) of auth
ALTER TABLE items ADD CHECK (auth_add(1, 2) > id);

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE INDEX ON orders (auth_norm(code));

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE INDEX ON orders (code) WHERE auth_norm(code) = 'x';

-- ask web: reference-not-allowed collation public.auth_nocase of auth
CREATE INDEX ON orders (code COLLATE auth_nocase);

-- ask web: reference-not-allowed operator public.====(text, text) of auth
CREATE INDEX ON orders ((code ==== 'x'));

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE STATISTICS web_s ON (auth_norm(code)), id FROM orders;

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE VIEW web_v AS SELECT 'sad'::auth_mood AS m;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE VIEW web_v AS SELECT auth_norm(code) AS m FROM orders;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE VIEW web_v AS SELECT * FROM orders WHERE auth_norm(code) = 'x';

-- ask web: reference-not-allowed aggregate public.auth_total(integer) of auth
CREATE VIEW web_v AS SELECT auth_total(1) AS m;

-- ask web: reference-not-allowed operator public.====(text, text) of auth
CREATE VIEW web_v AS SELECT code ==== 'x' AS m FROM orders;

-- ask web: reference-not-allowed collation public.auth_nocase of auth
CREATE VIEW web_v AS SELECT code COLLATE auth_nocase AS m FROM orders;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE VIEW web_v AS SELECT * FROM auth_norm('x');

-- ask web: reference-not-allowed table public.users of auth
CREATE VIEW web_v AS SELECT NULL::users AS u;

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
CREATE VIEW web_v AS SELECT nextval('auth_numbers') AS m;

-- ask web: reference-not-allowed type public.auth_pair of auth
CREATE VIEW web_v AS SELECT CAST(NULL AS auth_pair) AS m;

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE VIEW web_v AS SELECT * FROM json_to_recordset('[]') AS x(a auth_mood);

-- ask web: reference-not-allowed domain public.auth_email of auth
CREATE VIEW web_v AS SELECT * FROM orders WHERE code IN (SELECT x::auth_email FROM items CROSS JOIN (VALUES ('a')) v(x));

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE MATERIALIZED VIEW web_v AS SELECT 'sad'::auth_mood AS m;

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE FUNCTION web_f(m auth_mood) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: reference-not-allowed table public.users of auth
CREATE FUNCTION web_f(m users) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE FUNCTION web_f() RETURNS auth_mood LANGUAGE sql AS 'SELECT NULL::auth_mood';

-- ask web: reference-not-allowed table public.users of auth
CREATE FUNCTION web_f() RETURNS SETOF users LANGUAGE sql AS 'SELECT NULL::users';

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE FUNCTION web_f() RETURNS TABLE (m auth_mood) LANGUAGE sql AS 'SELECT NULL::auth_mood';

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE FUNCTION web_f(a text DEFAULT auth_norm('x')) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE FUNCTION web_f(a text DEFAULT 'sad'::auth_mood) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE FUNCTION web_f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT auth_norm('x'); END;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE FUNCTION web_f() RETURNS text LANGUAGE sql RETURN auth_norm('x');

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE FUNCTION web_f() RETURNS auth_mood LANGUAGE sql RETURN 'sad'::auth_mood;

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE PROCEDURE web_p(m auth_mood) LANGUAGE sql AS '';

-- ask web: reference-not-allowed table public.users of auth
CREATE FUNCTION web_f(m users.email%TYPE) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE DOMAIN web_d AS auth_mood;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE DOMAIN web_d AS text CHECK (VALUE = auth_norm(VALUE));

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE DOMAIN web_d AS text DEFAULT auth_norm('x');

-- ask web: reference-not-allowed collation public.auth_nocase of auth
CREATE DOMAIN web_d AS text COLLATE auth_nocase;

-- ask web: foreign-lock table public.auth_by_email of auth; reference-not-allowed function public.auth_norm(text) of auth
ALTER DOMAIN web_email ADD CHECK (VALUE = auth_norm(VALUE));

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
ALTER DOMAIN web_email SET DEFAULT auth_norm('x');

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE TYPE web_c AS (m auth_mood);

-- ask web: reference-not-allowed collation public.auth_nocase of auth
CREATE TYPE web_c AS (m text COLLATE auth_nocase);

-- ask web: foreign-dependants table public.auth_of of auth; reference-not-allowed type public.auth_mood of auth
ALTER TYPE web_pair ADD ATTRIBUTE m auth_mood;

-- ask web: foreign-dependants table public.auth_of of auth; reference-not-allowed type public.auth_mood of auth
ALTER TYPE web_pair ALTER ATTRIBUTE a TYPE auth_mood;

-- ask web: reference-not-allowed domain public.auth_email of auth
CREATE TYPE web_r AS RANGE (subtype = auth_email);

-- ask web: reference-not-allowed collation public.auth_nocase of auth
CREATE TYPE web_r AS RANGE (subtype = text, collation = auth_nocase);

-- ask web: reference-not-allowed function public.auth_add(integer, integer) of auth
CREATE TYPE web_r AS RANGE (subtype = float8, subtype_diff = auth_add);

-- ask web: reference-not-allowed function public.auth_add(integer, integer) of auth
CREATE AGGREGATE web_a (int) (SFUNC = auth_add, STYPE = int);

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE AGGREGATE web_a (auth_mood) (SFUNC = web_sf, STYPE = text);

-- ask web: reference-not-allowed function public.auth_same(text, text) of auth
CREATE OPERATOR ##= (LEFTARG = text, RIGHTARG = text, FUNCTION = auth_same);

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE OPERATOR ##= (LEFTARG = auth_mood, RIGHTARG = text, FUNCTION = web_same);

-- ask web: reference-not-allowed type public.auth_pair of auth
CREATE CAST (web_pair AS auth_pair) WITH INOUT;

-- ask web: reference-not-allowed type public.auth_pair of auth; not-owner type public.auth_pair of auth
CREATE CAST (text AS auth_pair) WITH FUNCTION web_norm(text);

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE OPERATOR CLASS web_oc FOR TYPE auth_mood USING btree AS OPERATOR 1 <;

-- ask web: reference-not-allowed function public.auth_same(text, text) of auth
CREATE OPERATOR CLASS web_oc FOR TYPE text USING btree AS OPERATOR 1 ====, FUNCTION 1 auth_same(text, text);

-- ask web: nothing
CREATE TEXT SEARCH CONFIGURATION web_search (COPY = auth_search);

-- ask web: not-owner text search configuration public.auth_search of auth
ALTER TEXT SEARCH CONFIGURATION auth_search ADD MAPPING FOR word WITH simple;

-- ask web: not-owner text search configuration public.web_search2; reference-not-allowed text search dictionary public.auth_dict of auth
ALTER TEXT SEARCH CONFIGURATION web_search2 ADD MAPPING FOR word WITH auth_dict;

-- ask web: not-owner text search dictionary public.auth_dict of auth
DROP TEXT SEARCH DICTIONARY auth_dict CASCADE;

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE POLICY p ON items USING (auth_norm('x') = 'x');

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE POLICY p ON items USING ('sad'::auth_mood = 'sad');

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE TRIGGER t BEFORE INSERT ON items FOR EACH ROW WHEN (auth_norm('x') = 'x') EXECUTE FUNCTION web_touch();

-- ask web: reference-not-allowed function public.auth_norm(text) of auth
CREATE RULE r AS ON INSERT TO items WHERE auth_norm('x') = 'x' DO ALSO NOTHING;

-- ask web: reference-not-allowed type public.auth_pair of auth
CREATE TRANSFORM FOR auth_pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION web_x(internal));

-- ask web: nothing
CREATE CONVERSION web_conv FOR 'UTF8' TO 'LATIN1' FROM auth_conv;

-- ask web: not-owner type public.auth_mood of auth
ALTER TYPE auth_mood ADD VALUE 'new';

-- ask web: not-owner type public.auth_pair of auth
ALTER TYPE auth_pair ADD ATTRIBUTE c int;

-- ask web: not-owner domain public.auth_email of auth
ALTER DOMAIN auth_email DROP NOT NULL;

-- ask web: not-owner function public.auth_norm(text) of auth
ALTER FUNCTION auth_norm(text) VOLATILE;

-- ask web: not-owner function public.auth_norm(text) of auth
CREATE OR REPLACE FUNCTION auth_norm(t text) RETURNS text LANGUAGE sql AS 'SELECT t';

-- ask web: not-owner operator public.====(text, text) of auth
ALTER OPERATOR ==== (text, text) SET (RESTRICT = NONE);

-- ask web: not-owner collation public.auth_nocase of auth
ALTER COLLATION auth_nocase REFRESH VERSION;

-- ask web: not-owner type public.auth_mood of auth
DROP TYPE auth_mood;

-- ask web: not-owner function public.auth_norm(text) of auth
DROP FUNCTION auth_norm(text);

-- ask web: not-owner cast (public.web_mood as public.auth_pair) of auth
DROP CAST (web_mood AS auth_pair);

-- ask web: nothing
ALTER TYPE web_mood ADD VALUE 'new';

-- ask web: nothing
ALTER TYPE web_mood RENAME VALUE 'sad' TO 'blue';

-- ask web: foreign-dependants table public.auth_of of auth
ALTER TYPE web_pair ADD ATTRIBUTE c int CASCADE;

-- ask web: foreign-lock table public.auth_by_email of auth
ALTER DOMAIN web_email ADD CONSTRAINT c CHECK (VALUE <> '');

-- ask web: nothing
ALTER TYPE web_mood RENAME TO web_mood2;

-- ask web: nothing
SELECT auth_norm('x');

-- ask web: nothing
SELECT 'sad'::auth_mood;

-- ask web: nothing
SELECT * FROM orders WHERE code = auth_norm('x');

-- ask web: reference-not-allowed table public.users of auth
SELECT query_to_xml('SELECT * FROM users', true, true, '');

-- ask web: reference-not-allowed table public.users of auth
SELECT query_to_xml('SELECT * FROM ' || 'users', true, true, '');

-- ask web: opaque-statement
SELECT query_to_xml($1, true, true, '');

-- ask web: reference-not-allowed table public.users of auth
SELECT table_to_xml('users', true, true, '');

-- ask web: reference-not-allowed table public.users of auth
SELECT table_to_xml(('us' || 'ers')::regclass, true, true, '');

-- ask web: nothing
SELECT cursor_to_xml('c', 1, true, true, '');

-- ask web: reference-not-allowed table public.users of auth
SELECT * FROM ts_stat('SELECT to_tsvector(email) FROM users');

-- ask web: reference-not-allowed table public.users of auth
SELECT pg_total_relation_size('users');

-- ask web: reference-not-allowed table public.users of auth
SELECT count(*) FROM pg_class WHERE oid = 'users'::regclass;

-- ask web: reference-not-allowed table public.users of auth
SELECT 'users'::regclass;

-- ask web: opaque-statement
SELECT * FROM dblink('dbname=main', 'SELECT 1') AS x(a int);

-- ask web: opaque-statement
SELECT dblink_exec('c', 'DELETE FROM users');

-- ask web: nothing
SELECT dblink_connect('host=x');

-- ask web: nothing
SELECT * FROM postgres_fdw_get_connections();

-- ask web: not-owner table public.users of auth
SELECT create_hypertable('users', 'at');

-- ask web: not-owner table public.users of auth
SELECT create_hypertable('us' || 'ers', 'at');

-- ask web: not-owner table public.users of auth
SELECT public.create_hypertable('users', by_range('at'));

-- ask web: not-owner table public.users of auth
SELECT partman.create_parent('public.users', 'at', '1 day');

-- ask web: not-owner table public.users of auth
SELECT partman.create_parent(p_parent_table => 'public.users', p_control => 'at', p_interval => '1 day');

-- ask web: not-owner table public.users of auth
SELECT partman.run_maintenance('public.users');

-- ask web: not-owner table public.users of auth; opaque-statement
CALL partman.partition_data_proc('public.users');

-- ask web: opaque-statement
CALL partman.run_maintenance_proc();

-- ask web: not-owner table public.users of auth; opaque-statement
CALL partman.undo_partition_proc('public.users');

-- ask web: writes-foreign-data table public.users of auth
SELECT cron.schedule('x', '* * * * *', 'DELETE FROM users');

-- ask web: writes-foreign-data table public.users of auth
SELECT cron.schedule('* * * * *', 'DELETE FROM users');

-- ask web: nothing
SELECT cron.schedule('x', '* * * * *', $$SELECT web_token()$$);

-- ask web: unowned-table table cron.job
UPDATE cron.job SET command = 'DELETE FROM users';

-- ask web: unowned-table table cron.job
INSERT INTO cron.job (schedule, command) VALUES ('* * * * *', 'DELETE FROM users');

-- ask web: unowned-table table partman.part_config
UPDATE partman.part_config SET retention = '1 day' WHERE parent_table = 'public.users';

-- ask web: unowned-table table public.spatial_ref_sys
INSERT INTO spatial_ref_sys (srid) VALUES (1);

-- ask web: opaque-statement
SELECT pgmq.create('q');

-- ask web: opaque-statement
SELECT pgmq.send('q', '{}');

-- ask web: opaque-statement
SELECT pgmq.read('q', 1, 1);

-- ask web: opaque-statement
SELECT pgmq.archive('q', 1);

-- ask web: opaque-statement
SELECT pgmq.delete('q', 1);

-- ask web: reference-not-allowed table public.users of auth
SELECT * FROM crosstab('SELECT a, b, c FROM users') AS x(a int);

-- ask web: reference-not-allowed table public.users of auth
SELECT * FROM connectby('users', 'id', 'parent', '1', 0) AS t(id int);

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
SELECT setval('auth_numbers'::text::regclass, 3);

-- ask web: nothing
SELECT pg_logical_emit_message(true, 'a', 'b');

-- ask web: opaque-statement
SELECT pg_replication_slot_advance('s', '0/0');

-- ask web: opaque-statement
SELECT pg_create_logical_replication_slot('s', 'pgoutput');

-- ask web: opaque-statement
SELECT pg_drop_replication_slot('s');

-- ask web: nothing
SELECT pg_terminate_backend(1);

-- ask web: nothing
SELECT pg_cancel_backend(1);

-- ask web: nothing
SELECT pg_read_file('/etc/passwd');

-- ask web: nothing
SELECT pg_ls_dir('.');

-- ask web: nothing
SELECT lo_import('/etc/passwd');

-- ask web: nothing
SELECT lo_from_bytea(0, 'x');

-- ask web: nothing
SELECT lo_create(0);

-- ask web: nothing
SELECT pg_reload_conf();

-- ask web: nothing
SELECT pg_advisory_lock(1);

-- ask web: opaque-statement
SELECT pg_stat_reset();

-- ask web: nothing
SELECT pg_stat_statements_reset();

-- ask web: nothing
SELECT pg_get_viewdef('active_users');

-- ask web: reference-not-allowed table public.users of auth
SELECT pg_get_indexdef('users_plan_idx'::regclass);

-- ask web: reference-not-allowed table public.users of auth
SELECT has_table_privilege('users', 'select');

-- ask web: reference-not-allowed table public.users of auth
SELECT col_description('users'::regclass, 1);

-- ask web: nothing
SELECT pg_notify('a', 'b');

-- ask web: unowned-table table public.public
SELECT addgeometrycolumn('public', 'users', 'geom', 4326, 'POINT', 2);

-- ask web: not-owner table public.users of auth
SELECT addgeometrycolumn('users', 'geom', 4326, 'POINT', 2);

-- ask web: not-owner table public.users of auth
SELECT updategeometrysrid('users', 'geom', 4326);

-- ask web: opaque-statement
SELECT st_estimatedextent('users', 'geom');

-- ask web: opaque-statement
SELECT st_estimatedextent('public', 'users', 'geom');

-- ask web: not-owner table public.users of auth
SELECT populate_geometry_columns('users'::regclass);

-- ask web: nothing
SELECT find_srid('public', 'users', 'geom');

-- ask web: reference-not-allowed table public.users of auth
SELECT pgr_dijkstra('SELECT * FROM users', 1, 2);

-- ask web: opaque-statement
SELECT * FROM cypher('g', $$ MATCH (n) DELETE n $$) AS (v agtype);

-- ask web: opaque-statement
SELECT ag_catalog.create_graph('g');

-- ask web: opaque-statement
SELECT load_labels_from_file('g', 'l', 'f');

-- ask web: nothing
SELECT net.http_post('http://x');

-- ask web: opaque-statement
SELECT graphql.resolve('{}');

-- ask web: nothing
SELECT vault.create_secret('x');

-- ask web: nothing
SELECT storage.foldername('x');

-- ask web: nothing
SELECT supabase_functions.http_request();

-- ask web: nothing
SELECT pgsodium.crypto_secretbox_noncegen();

-- ask web: opaque-statement
SELECT pgtle.install_extension('x', '1', 'x', 'DELETE FROM users');

-- ask web: not-owner table public.users of auth
SELECT audit.enable_tracking('users'::regclass);

-- ask web: not-owner table public.users of auth
SELECT audit.enable_tracking('users');

-- ask web: not-owner table public.users of auth
SELECT audit.audit_table('users');

-- ask web: reference-not-allowed table public.users of auth
SELECT pgstattuple('users');

-- ask web: reference-not-allowed table public.users of auth
SELECT pg_prewarm('users');

-- ask web: nothing
SELECT repack.repack_table('users');

-- ask web: writes-foreign-data table public.users of auth
SELECT anon.anonymize_table('users');

-- ask web: opaque-statement
SELECT anon.anonymize_database();

-- ask web: not-owner table public.users of auth
SELECT pglogical.replication_set_add_table('default', 'users');

-- ask web: opaque-statement
SELECT pglogical.replication_set_add_all_tables('default', '{public}');

-- ask web: not-owner table public.users of auth
SELECT pglogical.replicate_ddl_command('ALTER TABLE users ADD COLUMN x int');

-- ask web: nothing
SELECT pglogical.create_node('n', 'host=x');

-- ask web: writes-foreign-data table public.users of auth
SELECT pglogical.alter_subscription_resynchronize_table('s', 'users');

-- ask web: nothing
SELECT hypopg_create_index('CREATE INDEX ON users (id)');

-- ask web: nothing
SELECT apply_rls('users');

-- ask web: nothing
SELECT plv8_call('x');

-- ask web: nothing
SELECT plpgsql_check_function('auth_norm(text)');

-- ask web: reference-not-allowed table public.users of auth
SELECT xpath_table('id', 'doc', 'users', '/a', 'true');

-- ask web: opaque-statement
SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', 'users');

-- ask web: writes-foreign-data table public.users of auth
SELECT refresh_continuous_aggregate('users', NULL, NULL);

-- ask web: writes-foreign-data table public.users of auth; opaque-statement
CALL refresh_continuous_aggregate('users', NULL, NULL);

-- ask web: opaque-statement
CALL run_job(1);

-- ask web: opaque-statement
SELECT add_job('web_token', '1h');

-- ask web: reference-not-allowed table public.users of auth
SELECT ivm.create_immv('x', 'SELECT * FROM users');

-- ask web: not-owner table public.users of auth
SELECT periods.add_period('users', 'p', 'a', 'b');

-- ask web: nothing
SELECT setseed(0.5);

-- ask web: not-owner table public.users of auth
SELECT create_distributed_table('users', 'id');

-- ask web: not-owner table public.users of auth
SELECT master_create_distributed_table('users', 'id', 'hash');

-- ask web: not-owner table public.users of auth
SELECT isolate_tenant_to_new_shard('users', 1);

-- ask web: not-owner table public.users of auth
SELECT rebalance_table_shards('users');

-- ask web: opaque-statement
SELECT rebalance_table_shards();

-- ask web: opaque-statement
SELECT citus_move_shard_placement(1, 'a', 1, 'b', 1);

-- ask web: not-owner table public.users of auth
SELECT create_time_partitions('users', '1 day', now());

-- ask web: nothing
SELECT temporal_tables.versioning();

-- ask web: nothing
SELECT tsm_system_rows('users');

-- ask web: nothing
SELECT snapshot_xmin();

-- ask web: writes-foreign-data table public.users of auth
CREATE TRIGGER v BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION versioning('p', 'users', true);

-- ask web: reference-not-allowed table public.users of auth
CREATE TRIGGER v BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION check_primary_key('id', 'users', 'id');

-- ask web: writes-foreign-data table public.users of auth
CREATE TRIGGER v BEFORE DELETE ON items FOR EACH ROW EXECUTE FUNCTION check_foreign_key(1, 'cascade', 'id', 'users', 'id');

-- ask web: writes-foreign-data sequence public.auth_numbers of auth
CREATE TRIGGER v BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION autoinc('id', 'auth_numbers');

-- ask web: nothing
CREATE TRIGGER v BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION moddatetime('at');

-- ask web: nothing
CREATE TRIGGER v BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('tsv', 'pg_catalog.english', 'code');

-- ask web: nothing
CREATE TRIGGER v AFTER INSERT ON items FOR EACH ROW EXECUTE FUNCTION lo_manage('x');

-- ask web: reference-not-allowed table public.logins of auth; writes-foreign-data table public.logins of auth
CREATE VIEW web_locked AS SELECT * FROM logins; SELECT * FROM web_locked FOR UPDATE;

-- ask web: nothing
SELECT * FROM items FOR UPDATE;

-- ask auth: nothing
SELECT * FROM logins FOR UPDATE;

-- ask auth: nothing
DROP TYPE auth_mood CASCADE;

-- ask auth: nothing
CREATE VIEW auth_v AS SELECT 'sad'::auth_mood AS m, auth_norm('x') ==== 'x' AS s;

-- ask auth: nothing
CREATE USER MAPPING FOR auth_role SERVER auth_server;

-- ask web: nothing
CREATE VIEW web_v AS SELECT 'sad'::web_mood AS m, code === 'x' AS s, code COLLATE web_nocase AS c FROM orders;

-- ask web: nothing
CREATE VIEW web_v AS SELECT code = 'x' AS e, code || 'y' AS f, code COLLATE "C" AS c, id::text FROM orders;

-- ask web: nothing
DROP INDEX orders_pair_key;

-- ask web: nothing
DROP COLLATION web_nocase;

-- ask web: nothing
DROP EXTENSION pg_trgm;

-- ask web: nothing
ALTER TABLE items ADD COLUMN p text, ADD CONSTRAINT items_p CHECK (p = web_norm(p));

-- ask web: nothing
CREATE AGGREGATE web_a (int) (SFUNC = int4pl, STYPE = int);

-- ask web: nothing
CREATE CAST (web_pair AS web_mood) WITH INOUT;

-- ask web: nothing
CREATE TEXT SEARCH CONFIGURATION web_search (COPY = pg_catalog.simple);

-- ask web: nothing
DROP OWNED BY CURRENT_USER;

-- ask web: opaque-statement
DROP OWNED BY web_role CASCADE;

-- ask web: nothing
ALTER DEFAULT PRIVILEGES FOR ROLE web_role IN SCHEMA shop GRANT SELECT ON TABLES TO PUBLIC;

-- ask web: nothing
CREATE TRIGGER v BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION check_primary_key('order_id', 'orders', 'id');

-- ask web: nothing
CREATE TRIGGER v BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION web_touch('users');

-- ask web: nothing
SELECT pgr_dijkstra('SELECT id FROM orders', 1, 2);

-- ask web: nothing
SELECT audit.enable_tracking('items');

-- ask web: nothing
SELECT read('x'), send('y'), archive(1);

-- ask web: nothing
DROP DOMAIN web_email;

-- ask web: nothing
CREATE POLICY p ON items USING (web_allowed());

-- ask web: nothing
CREATE TABLE web_t AS SELECT id::text AS a, 'x'::varchar(3) AS b FROM orders;

-- ask web: nothing
CREATE STATISTICS web_s ON (lower(code)), id FROM orders;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
INSERT INTO items (id) VALUES (auth_wipe());

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_wipe() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
UPDATE items SET id = web_wipe();

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER web_after AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_after();
INSERT INTO web_loose (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_before() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER web_before BEFORE DELETE ON web_loose FOR EACH STATEMENT EXECUTE FUNCTION web_before();
WITH gone AS (DELETE FROM web_loose RETURNING id) INSERT INTO items (id) SELECT id FROM gone;

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE RULE web_also AS ON UPDATE TO web_loose DO ALSO SELECT auth_wipe();
UPDATE web_loose SET id = 2;

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_defaults (id int DEFAULT auth_wipe(), note text);
INSERT INTO web_defaults (note) VALUES ('a');

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_checked (id int CHECK (id > auth_wipe()));
INSERT INTO web_checked VALUES (5);

-- ask web: foreign-dependants table public.auth_noted of auth
INSERT INTO web_noted (id) VALUES (1);

-- ask web: reference-not-allowed type public.auth_mood of auth; not-owner type public.auth_mood of auth
CREATE CAST (auth_mood AS text) WITH INOUT AS IMPLICIT;

-- ask web: reference-not-allowed type public.auth_mood of auth; not-owner type public.auth_mood of auth
CREATE CAST (text AS auth_mood) WITH INOUT AS IMPLICIT;

-- ask web: reference-not-allowed type public.auth_mood of auth
CREATE CAST (auth_mood AS web_mood) WITH INOUT;

-- ask web: reference-not-allowed type public.auth_mood of auth; not-owner type public.auth_mood of auth
DO $$ BEGIN CREATE CAST (auth_mood AS bigint) WITH INOUT; END $$;

-- ask web: opaque-statement
CREATE CAST (text AS integer) WITH INOUT AS IMPLICIT;

-- ask web: opaque-statement
DROP CAST IF EXISTS (text AS integer);

-- ask web: nothing
CREATE CAST (web_mood AS integer) WITH INOUT AS ASSIGNMENT;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_pass(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN t; END $$;
CREATE TABLE web_indexed (id int, t text);
CREATE INDEX web_indexed_t ON web_indexed (web_pass(t));

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_pass(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN t; END $$;
CREATE TABLE web_indexed (id int, t text);
CREATE INDEX web_indexed_t ON web_indexed (web_pass(t));
INSERT INTO web_indexed VALUES (1, 'a');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_pass(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE TABLE web_indexed (id int, t text);
CREATE INDEX web_indexed_t ON web_indexed (id) WHERE web_pass(t);
INSERT INTO web_indexed VALUES (1, 'a');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth; writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_pass(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE TABLE web_indexed (id int, t text);
CREATE INDEX web_indexed_t ON web_indexed (id) WHERE web_pass(t);
REINDEX TABLE web_indexed;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE TABLE web_typed (t web_text);
INSERT INTO web_typed VALUES ('a');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
SELECT 'a'::web_text;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
ALTER TABLE web_loose ADD COLUMN t web_text;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text;
CREATE TABLE web_typed (t web_text);
ALTER DOMAIN web_text ADD CHECK (web_checked(VALUE));

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE DOMAIN web_number AS int DEFAULT auth_wipe();
CREATE TABLE web_typed (id int, n web_number);
INSERT INTO web_typed (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_when() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN false; END $$;
CREATE TRIGGER web_when AFTER INSERT ON web_loose FOR EACH ROW WHEN (web_when()) EXECUTE FUNCTION web_touch();
INSERT INTO web_loose (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_sees() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY web_sees ON web_loose USING (web_sees());
SELECT * FROM web_loose;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_sees() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY web_sees ON web_loose FOR INSERT WITH CHECK (web_sees());
INSERT INTO web_loose (id) VALUES (1);

-- ask web: nothing
CREATE FUNCTION web_sees() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE POLICY web_sees ON web_loose FOR INSERT WITH CHECK (web_sees());
INSERT INTO web_loose (id) VALUES (1);

-- ask web: nothing
CREATE FUNCTION web_sees() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ENABLE ROW LEVEL SECURITY;
CREATE POLICY web_sees ON web_loose FOR INSERT WITH CHECK (web_sees());
DELETE FROM web_loose WHERE id = 1;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_bucket(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN i; END $$;
CREATE TABLE web_split (id int) PARTITION BY LIST (web_bucket(id));
CREATE TABLE web_split_1 PARTITION OF web_split DEFAULT;
INSERT INTO web_split VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_made(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN i; END $$;
CREATE TABLE web_generated (id int, n int GENERATED ALWAYS AS (web_made(id)) STORED);
UPDATE web_generated SET id = 2;

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_defaults (id int DEFAULT auth_wipe(), note text);
INSERT INTO web_defaults (id, note) VALUES (1, 'a'), (DEFAULT, 'b');

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_defaults (id int DEFAULT auth_wipe(), note text);
UPDATE web_defaults SET (note, id) = ('a', DEFAULT);

-- ask web: reference-not-allowed function public.auth_wipe() of auth
CREATE TABLE web_defaults (id int DEFAULT auth_wipe(), note text);
INSERT INTO web_defaults (id, note) VALUES (1, 'a');

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_defaults (id int UNIQUE DEFAULT auth_wipe(), note text);
INSERT INTO web_defaults (id, note) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET id = DEFAULT;

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_defaults (id int DEFAULT auth_wipe(), note text);
MERGE INTO web_defaults USING web_loose ON false WHEN NOT MATCHED THEN INSERT (id, note) VALUES (DEFAULT, 'a');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_is(a text, b text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR ~~~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = web_is);
SELECT 'a' ~~~~ 'b';

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_is(a text, b text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR ~~~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = web_is);
CREATE TABLE web_checked (t text CHECK (t ~~~~ 'a'));
INSERT INTO web_checked VALUES ('a');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_step(a int, b int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN a; END $$;
CREATE AGGREGATE web_wiped (int) (SFUNC = web_step, STYPE = int, INITCOND = '0');
SELECT web_wiped(id) FROM web_loose;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_convert(m web_mood) RETURNS web_pair LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE CAST (web_mood AS web_pair) WITH FUNCTION web_convert(web_mood) AS ASSIGNMENT;
SELECT 'sad'::web_mood::web_pair;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_look() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE VIEW web_looked AS SELECT web_look() AS n;
SELECT * FROM web_looked;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth; writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_look() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE MATERIALIZED VIEW web_looked AS SELECT web_look() AS n WITH NO DATA;
REFRESH MATERIALIZED VIEW web_looked;

-- ask web: nothing
CREATE FUNCTION web_checked(i int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ADD CONSTRAINT web_checked CHECK (web_checked(id)) NOT VALID;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(i int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ADD CONSTRAINT web_checked CHECK (web_checked(id)) NOT VALID;
ALTER TABLE web_loose VALIDATE CONSTRAINT web_checked;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_pass(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN t; END $$;
CREATE STATISTICS web_statistics ON (web_pass(code)), id FROM orders;
ANALYZE orders;

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_left_out(i int DEFAULT auth_wipe()) RETURNS int LANGUAGE sql AS 'SELECT i';
SELECT web_left_out();

-- ask web: reference-not-allowed function public.auth_wipe() of auth
CREATE FUNCTION web_left_out(i int DEFAULT auth_wipe()) RETURNS int LANGUAGE sql AS 'SELECT i';
SELECT web_left_out(1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE TYPE web_made AS (t web_text);
SELECT ROW('a')::web_made;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE TABLE web_made (t web_text[]);
SELECT json_populate_record(NULL::web_made, '{"t": ["a"]}');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE FUNCTION web_takes(t web_text) RETURNS int LANGUAGE sql AS 'SELECT 1';
SELECT web_takes('a');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE FUNCTION web_gives() RETURNS web_text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a'; END $$;
SELECT web_gives();

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
DO $$ DECLARE t web_text := 'a'; BEGIN END $$;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_distance(a float8, b float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN a - b; END $$;
CREATE TYPE web_floats AS RANGE (subtype = float8, subtype_diff = web_distance);
CREATE TABLE web_ranges (r web_floats);
CREATE INDEX web_ranges_r ON web_ranges USING gist (r);
INSERT INTO web_ranges SELECT web_floats(g, g + 1) FROM generate_series(1, 2000) g;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_bounds (id int) PARTITION BY RANGE (id);
CREATE TABLE web_bounds_1 PARTITION OF web_bounds FOR VALUES FROM (auth_wipe()) TO (10);

-- ask web: writes-foreign-data table public.users of auth
CREATE FUNCTION web_seen() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE VIEW web_seen_loose AS SELECT id FROM web_loose WHERE web_seen();
UPDATE web_seen_loose SET id = 1;

-- ask web: writes-foreign-data table public.users of auth
CREATE FUNCTION web_seen() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE VIEW web_seen_loose AS SELECT id FROM web_loose WHERE web_seen() WITH CHECK OPTION;
INSERT INTO web_seen_loose VALUES (1);

-- ask web: writes-foreign-data table public.users of auth
CREATE VIEW web_seen_loose AS SELECT id, at FROM web_loose;
ALTER VIEW web_seen_loose ALTER COLUMN id SET DEFAULT auth_wipe();
INSERT INTO web_seen_loose (at) VALUES ('2026-01-01');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT w.web_m FROM web_loose w;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT id FROM web_loose WHERE (web_loose).web_m > 0;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT (NULL::web_loose).web_m;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE VIEW web_ms AS SELECT w.web_m FROM web_loose w;
SELECT * FROM web_ms;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
DO $$ BEGIN PERFORM public.web_loose.web_m FROM public.web_loose; END $$;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_m(t anyelement) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
UPDATE web_loose w SET id = w.web_m;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ADD CONSTRAINT web_m CHECK (web_loose.web_m) NOT VALID;
INSERT INTO web_loose (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE FUNCTION web_nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER web_m AFTER INSERT ON web_loose FOR EACH ROW WHEN (NEW.web_m) EXECUTE FUNCTION web_nothing();
INSERT INTO web_loose (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_loose ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY web_m ON web_loose USING (web_loose.web_m);
SELECT id FROM web_loose;

-- ask web: nothing
CREATE FUNCTION id(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT w.id FROM web_loose w;

-- ask web: nothing
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT w.web_m FROM (SELECT id AS web_m FROM web_loose) w;

-- ask web: nothing
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
WITH web_loose AS (SELECT 1 AS web_m) SELECT web_loose.web_m FROM web_loose;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT (s.w).web_m FROM (SELECT w FROM web_loose w) s;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT s.web_m FROM (SELECT * FROM web_loose) s;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
WITH c AS (SELECT * FROM web_loose) SELECT c.web_m FROM c;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE FUNCTION web_g() RETURNS web_loose LANGUAGE sql AS 'SELECT * FROM web_loose LIMIT 1';
SELECT (web_g()).web_m;

-- ask web: nothing
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE FUNCTION web_g() RETURNS SETOF web_loose LANGUAGE sql AS 'SELECT * FROM web_loose';
SELECT web_g.web_m FROM web_g();

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT ((ARRAY(SELECT w FROM web_loose w))[1]).web_m;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE FUNCTION web_h(w web_loose) RETURNS int LANGUAGE sql AS 'SELECT w.web_m';
SELECT web_h(w) FROM web_loose w;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE FUNCTION web_h(w web_loose) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT w.web_m; END;
SELECT web_h(w) FROM web_loose w;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
DO $$ DECLARE r web_loose; x int; BEGIN SELECT * INTO r FROM web_loose; x := (r).web_m; END $$;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(p web_pair) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE TABLE web_pairs (id int, pair web_pair);
SELECT (p.pair).web_m FROM web_pairs p;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_m(p web_pair) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE TABLE web_pairs (id int, pair web_pair);
SELECT id FROM web_pairs WHERE (pair).web_m;

-- ask web: nothing
CREATE FUNCTION web_m(p web_pair) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE TABLE web_pairs (id int, pair web_pair);
ALTER TABLE web_pairs ADD CONSTRAINT web_m CHECK ((pair).web_m) NOT VALID;

-- ask web: nothing
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT s.web_m FROM (SELECT 1 AS web_m) s;
SELECT s.web_m FROM (SELECT 1) s(web_m);
SELECT s.web_m FROM json_to_record('{}') AS s(web_m int);
WITH s(web_m) AS (SELECT 1) SELECT s.web_m FROM s;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT 1 AS web_m LOOP RAISE NOTICE '%', r.web_m; END LOOP; END $$;

-- ask web: nothing
CREATE FUNCTION web_m(t web_loose) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE TABLE web_ms (web_m int);
SELECT s.web_m FROM (SELECT * FROM web_ms) s;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION shop.web_m(i int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION web_m(t text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SET search_path = shop, public;
SELECT web_m('a'::text);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
SELECT ROW(1, 2)::web_pair = ROW(1, 2)::web_pair;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
SELECT id FROM web_pairs WHERE pair = pair;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
CREATE VIEW web_seen AS SELECT pair FROM web_pairs;
SELECT 1 FROM web_seen WHERE pair = pair;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
CREATE INDEX ON web_pairs ((pair = pair));

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_number(p web_pair) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE CAST (web_pair AS int) WITH FUNCTION web_number(web_pair) AS IMPLICIT;
DELETE FROM web_pairs WHERE pair = 1;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_number(p web_pair) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE CAST (web_pair AS int) WITH FUNCTION web_number(web_pair) AS IMPLICIT;
SELECT abs(pair) FROM web_pairs;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_number(p web_pair) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE CAST (web_pair AS int) WITH FUNCTION web_number(web_pair) AS IMPLICIT;
DO $$ DECLARE x int; BEGIN SELECT pair INTO x FROM web_pairs; END $$;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_number(p web_pair) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE CAST (web_pair AS int) WITH FUNCTION web_number(web_pair) AS IMPLICIT;
CREATE INDEX ON web_pairs (abs(pair));

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_is(a web_loose, b web_loose) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR < (LEFTARG = web_loose, RIGHTARG = web_loose, FUNCTION = web_is);
SELECT id FROM web_loose w WHERE w < w;

-- ask web: nothing
CREATE FUNCTION web_number(p web_pair) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
CREATE CAST (web_pair AS int) WITH FUNCTION web_number(web_pair) AS IMPLICIT;
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
SELECT id FROM web_loose WHERE id = 1;
INSERT INTO web_loose (id) VALUES (1);

-- ask web: nothing
CREATE TABLE web_pairs (id int, pair web_pair);
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
SELECT id FROM web_pairs WHERE pair = pair;

-- ask web: opaque-statement
CREATE FUNCTION web_is(a varchar, b varchar) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR = (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = web_is);

-- ask web: nothing
CREATE FUNCTION web_is(a varchar, b varchar) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR ~~~~ (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = web_is);
CREATE OPERATOR shop.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = web_is);
CREATE FUNCTION web_is(a web_pair, b int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = int, FUNCTION = web_is);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_pass(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN t; END $$;
CREATE STATISTICS web_statistics ON (web_pass(code)), id FROM orders;
VACUUM (ANALYZE) orders;

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_left_out(i int DEFAULT auth_wipe(), j int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN j; END';
SELECT web_left_out(j => 2);

-- ask web: reference-not-allowed function public.auth_wipe() of auth
CREATE FUNCTION web_left_out(i int DEFAULT auth_wipe(), j int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN j; END';
SELECT web_left_out(j => 2, i => 1);
SELECT web_left_out(1, j => 2);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_text(m web_mood) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN 'a'; END $$;
CREATE CAST (web_mood AS text) WITH FUNCTION web_text(web_mood) AS IMPLICIT;
CREATE VIEW web_moods AS SELECT 'ok'::web_mood AS mood;
SELECT length(mood) FROM web_moods;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_is(a web_pair, b web_pair) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = web_pair, RIGHTARG = web_pair, FUNCTION = web_is);
CREATE TYPE web_outer AS (pair web_pair);
CREATE TABLE web_outers (o web_outer);
SELECT 1 FROM web_outers WHERE (o).pair = (o).pair;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER web_after AFTER UPDATE OF note ON web_counted FOR EACH ROW EXECUTE FUNCTION web_after();
INSERT INTO web_counted VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET note = 'b';

-- ask web: nothing
CREATE FUNCTION web_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER web_after AFTER UPDATE OF id ON web_counted FOR EACH ROW EXECUTE FUNCTION web_after();
INSERT INTO web_counted VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET note = 'b';
INSERT INTO web_counted VALUES (1, 'a') ON CONFLICT (id) DO NOTHING;

-- ask web: not-owner table public.auth_in_schema of auth; writes-foreign-data table public.auth_in_schema of auth; writes-foreign-data table shop.auth_in_schema of auth
CREATE TABLE auth_in_schema (id int);
PREPARE p AS DELETE FROM auth_in_schema;
SET search_path = shop;
EXECUTE p;

-- ask web: writes-foreign-data table public.users of auth
CREATE TEMP TABLE users (id int);
PREPARE p AS DELETE FROM users;
DROP TABLE users;
EXPLAIN ANALYZE EXECUTE p;

-- ask web: nothing
PREPARE p AS DELETE FROM web_loose;
INSERT INTO web_loose VALUES (1);
EXECUTE p;
ALTER TABLE web_loose ADD COLUMN x int;
EXECUTE p;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_del() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
DO $$ BEGIN IF false THEN CREATE OR REPLACE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT 1'; END IF; END $$;
SELECT web_del();

-- ask web: nothing
CREATE FUNCTION web_del() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
DO $$ BEGIN IF false THEN CREATE OR REPLACE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT 2'; END IF; END $$;
CREATE OR REPLACE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT 1';
SELECT web_del();

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER web_after AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_after();
DO $$ BEGIN DROP TRIGGER web_after ON web_loose; RAISE EXCEPTION 'x'; EXCEPTION WHEN OTHERS THEN NULL; END $$;
INSERT INTO web_loose (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_del() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE TABLE web_filled (id int DEFAULT web_del(), note text);
DO $$ BEGIN IF false THEN ALTER TABLE web_filled ALTER id DROP DEFAULT; END IF; END $$;
INSERT INTO web_filled (note) VALUES ('x');

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE RULE web_also AS ON INSERT TO web_loose DO ALSO SELECT auth_wipe();
DO $$ BEGIN FOR i IN 1..0 LOOP DROP RULE web_also ON web_loose; END LOOP; END $$;
INSERT INTO web_loose (id) VALUES (1);

-- ask web: reference-not-allowed table public.logins of auth; writes-foreign-data table public.logins of auth
CREATE VIEW web_seen AS SELECT id FROM logins;
DO $$ BEGIN IF false THEN CREATE OR REPLACE VIEW web_seen AS SELECT id FROM orders; END IF; END $$;
DELETE FROM web_seen;

-- ask web: nothing
CREATE FUNCTION web_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER web_after AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_after();
DO $$ BEGIN DROP TRIGGER web_after ON web_loose; END $$;
DROP TRIGGER IF EXISTS web_after ON web_loose;
CREATE TRIGGER web_after AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_touch();
INSERT INTO web_loose (id) VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE TYPE web_texts AS RANGE (subtype = web_text);
SELECT web_texts('a', 'b');

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
CREATE TYPE web_texts AS RANGE (subtype = web_text);
SELECT '[a,b]'::web_texts;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CHECK (web_checked(VALUE));
PREPARE p (web_text) AS SELECT $1;
EXECUTE p ('a');

-- ask web: nothing
CREATE FUNCTION key(r record) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN 1; END $$;
SELECT r.key FROM jsonb_each('{}') r;

-- ask web: reference-not-allowed function public.auth_guard() of auth; opaque-statement
-- deed: touches nothing
CREATE EVENT TRIGGER web_event ON ddl_command_start EXECUTE FUNCTION auth_guard();

-- ask web: opaque-statement
-- deed: touches orders writes
DO $$ BEGIN EXECUTE 'ALTER DEFAULT PRIVILEGES FOR ROLE auth_role GRANT ALL ON TABLES TO PUBLIC'; END $$;

-- ask web: opaque-statement
-- deed: touches nothing
CREATE PUBLICATION web_all FOR ALL TABLES;

-- ask web: opaque-statement
-- deed: touches nothing
DO $$ BEGIN CREATE CAST (text AS integer) WITH INOUT AS IMPLICIT; END $$;

-- ask web: nothing
-- deed: touches nothing
DROP OWNED BY somebody;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_ok(i int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE TABLE web_limited (id int CONSTRAINT web_limit CHECK (web_ok(id)));
DO $$ BEGIN IF false THEN ALTER TABLE web_limited DROP CONSTRAINT web_limit; END IF; END $$;
INSERT INTO web_limited VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_checked(t text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
CREATE DOMAIN web_text AS text CONSTRAINT web_limit CHECK (web_checked(VALUE));
DO $$ BEGIN IF false THEN ALTER DOMAIN web_text DROP CONSTRAINT web_limit; END IF; END $$;
SELECT 'a'::web_text;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_del() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
DO $$ BEGIN IF false THEN ALTER FUNCTION web_del() RENAME TO web_gone; END IF; END $$;
SELECT web_del();

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_wipe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TRIGGER t AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_wipe(); END $$;
SELECT web_prepare();
INSERT INTO web_loose VALUES (1);

-- ask web: nothing
CREATE FUNCTION web_wipe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TRIGGER t AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_wipe(); END $$;
INSERT INTO web_loose VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_wipe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TRIGGER t AFTER INSERT ON web_loose FOR EACH ROW EXECUTE FUNCTION web_wipe(); INSERT INTO web_loose VALUES (1); END $$;
SELECT web_prepare();

-- ask web: writes-foreign-data table public.logins of auth
CREATE PROCEDURE web_prepare() LANGUAGE plpgsql AS $$ BEGIN DROP TABLE web_loose; CREATE VIEW web_loose AS SELECT id, at FROM logins; END $$;
CALL web_prepare();
DELETE FROM web_loose;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE OR REPLACE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT auth_wipe()'; END $$;
SELECT web_prepare();
SELECT web_del();

-- ask web: foreign-dependants table public.auth_by_partition of auth
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE web_root ADD COLUMN x int; END $$;
SELECT web_prepare();

-- ask web: foreign-dependants table public.auth_by_pair of auth table public.auth_of of auth
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TYPE web_pair CASCADE; END $$;
SELECT web_prepare();

-- ask web: foreign-dependants table public.auth_by_partition of auth
CREATE FUNCTION web_prepare() RETURNS void LANGUAGE sql AS 'CREATE INDEX ON web_root (id)';
SELECT web_prepare();

-- ask web: writes-foreign-data table public.logins of auth
CREATE FUNCTION web_lock() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 FROM logins FOR UPDATE; END $$;
SELECT web_lock();

-- ask web: nothing
CREATE FUNCTION web_look() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 FROM logins; END $$;
SELECT web_look();

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE PROCEDURE web_call(OUT a int, b int DEFAULT auth_wipe()) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
CALL web_call(NULL);

-- ask web: reference-not-allowed function public.auth_wipe() of auth; writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE DOMAIN web_number AS int DEFAULT auth_wipe();
ALTER TABLE web_loose ADD COLUMN x web_number;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_place(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE TABLE web_placed (i int) PARTITION BY LIST (web_place(i));
CREATE TABLE web_placed_1 (i int);
ALTER TABLE web_placed ATTACH PARTITION web_placed_1 FOR VALUES IN (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_cascaded (id int REFERENCES web_counted ON DELETE CASCADE);
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_cascaded FOR EACH ROW EXECUTE FUNCTION web_note();
DO $$ BEGIN IF false THEN DROP TABLE web_cascaded; END IF; END $$;
DELETE FROM web_counted;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_cascaded (id int CONSTRAINT web_key REFERENCES web_counted ON DELETE CASCADE);
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_cascaded FOR EACH ROW EXECUTE FUNCTION web_note();
DO $$ BEGIN IF false THEN ALTER TABLE web_cascaded DROP CONSTRAINT web_key; END IF; END $$;
DELETE FROM web_counted;

-- ask web: nothing
CREATE TABLE web_cascaded (id int CONSTRAINT web_key REFERENCES web_counted ON DELETE CASCADE);
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_cascaded FOR EACH ROW EXECUTE FUNCTION web_note();
DO $$ BEGIN IF false THEN DROP TABLE web_cascaded; END IF; END $$;
DROP TABLE IF EXISTS web_cascaded;
DELETE FROM web_counted;

-- ask web: nothing
CREATE TABLE web_cascaded (id int);
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_cascaded FOR EACH ROW EXECUTE FUNCTION web_note();
DO $$ BEGIN IF true THEN DROP TABLE web_cascaded; END IF; END $$;
CREATE TABLE web_cascaded (id int);
DELETE FROM web_cascaded;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_cascaded (id int);
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_cascaded FOR EACH ROW EXECUTE FUNCTION web_note();
DO $$ BEGIN IF false THEN ALTER TABLE web_cascaded RENAME TO web_renamed; END IF; END $$;
DELETE FROM web_cascaded;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE TABLE web_old (id int);
CREATE TABLE web_heir () INHERITS (web_old);
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_heir FOR EACH ROW EXECUTE FUNCTION web_note();
DO $$ BEGIN IF false THEN ALTER TABLE web_heir NO INHERIT web_old; END IF; END $$;
DELETE FROM web_old;

-- ask web: reference-not-allowed table public.logins of auth; writes-foreign-data table public.logins of auth
CREATE VIEW web_seen AS SELECT id, at FROM logins;
DO $$ BEGIN IF false THEN DROP VIEW web_seen; CREATE TABLE web_seen (id bigint, at date); END IF; END $$;
DELETE FROM web_seen;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_sum(i int, j int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE OPERATOR @#@ (LEFTARG = int, RIGHTARG = int, FUNCTION = web_sum);
DO $$ BEGIN IF false THEN DROP OPERATOR @#@ (int, int); END IF; END $$;
SELECT 1 @#@ 2;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_number(p web_pair) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE CAST (web_pair AS int) WITH FUNCTION web_number(web_pair);
DO $$ BEGIN IF false THEN DROP CAST (web_pair AS int); END IF; END $$;
SELECT ROW(1, 2)::web_pair::int;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_sum(i int, j int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE AGGREGATE web_adds (int) (SFUNC = web_sum, STYPE = int);
DO $$ BEGIN IF false THEN DROP AGGREGATE web_adds (int); END IF; END $$;
SELECT web_adds(id) FROM web_loose;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_made(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE TABLE web_computed (a int, b int GENERATED ALWAYS AS (web_made(a)) STORED);
DO $$ BEGIN IF false THEN ALTER TABLE web_computed ALTER b DROP EXPRESSION; END IF; END $$;
INSERT INTO web_computed VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth; writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_made(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN auth_wipe(); END $$;
CREATE TABLE web_computed (a int);
CREATE INDEX web_computed_made ON web_computed (web_made(a));
DO $$ BEGIN IF false THEN DROP INDEX web_computed_made; END IF; END $$;
INSERT INTO web_computed VALUES (1);

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_loose FOR EACH ROW EXECUTE FUNCTION web_note();
ALTER TABLE web_loose DISABLE TRIGGER t;
DO $$ BEGIN ALTER TABLE web_loose ENABLE TRIGGER t; IF false THEN ALTER TABLE web_loose DISABLE TRIGGER t; END IF; END $$;
DELETE FROM web_loose;

-- ask web: nothing
CREATE FUNCTION web_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_loose FOR EACH ROW EXECUTE FUNCTION web_note();
ALTER TABLE web_loose DISABLE TRIGGER t;
DO $$ BEGIN ALTER TABLE web_loose ADD COLUMN x int; END $$;
DELETE FROM web_loose;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_wipe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_parts_1 FOR EACH ROW EXECUTE FUNCTION web_wipe();
DELETE FROM web_parts;

-- ask web: nothing
CREATE FUNCTION web_wipe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;
CREATE TRIGGER t AFTER DELETE ON web_parts_1 FOR EACH STATEMENT EXECUTE FUNCTION web_wipe();
DELETE FROM web_parts;

-- ask web: writes-foreign-data table public.users of auth; foreign-dependants table public.logins of auth
CREATE FUNCTION web_ok(i int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN true; END $$;
ALTER TABLE web_parts_1 ADD CONSTRAINT web_limit CHECK (web_ok(id)) NOT VALID;
INSERT INTO web_parts VALUES (1, '2026-01-02');

-- ask web: opaque-statement function public.lower(character varying) of web
CREATE FUNCTION lower(varchar) RETURNS text LANGUAGE sql AS 'SELECT upper($1::text)';

-- ask web: opaque-statement aggregate public.count(bigint) of web
CREATE AGGREGATE count (bigint) (SFUNC = int8pl, STYPE = bigint, INITCOND = '0');

-- ask web: opaque-statement function public.concat(text, text) of web
CREATE FUNCTION concat(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1';

-- ask web: opaque-statement function public.lower(character varying) of web
CREATE FUNCTION web_lower(varchar) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text';
ALTER FUNCTION web_lower(varchar) RENAME TO lower;

-- ask web: opaque-statement function public.lower(character varying) of web
CREATE FUNCTION shop.lower(varchar) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text';
ALTER FUNCTION shop.lower(varchar) SET SCHEMA public;

-- ask web: opaque-statement function public.round(double precision, integer) of web
CREATE FUNCTION round(double precision, integer) RETURNS numeric LANGUAGE sql AS 'SELECT round($1::numeric, $2)';

-- ask web: nothing
CREATE FUNCTION shop.lower(varchar) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text';

-- ask web: nothing
CREATE FUNCTION lower(text) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text';

-- ask web: nothing
CREATE AGGREGATE min (uuid) (SFUNC = web_least, STYPE = uuid);

-- ask web: nothing
CREATE FUNCTION lower(web_mood) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text';

-- ask web: foreign-dependants table public.auth_by_partition of auth
CREATE PUBLICATION web_rows FOR TABLE web_root;

-- ask web: foreign-dependants table public.auth_by_inherits of auth
ALTER PUBLICATION web_pub ADD TABLE web_parent;

-- ask web: nothing
ALTER PUBLICATION web_pub ADD TABLE ONLY web_parent;

-- ask web: foreign-dependants table public.auth_by_partition of auth
ALTER PUBLICATION web_pub SET TABLE ONLY web_root;

-- ask web: foreign-dependants table shop.auth_in_schema of auth
CREATE PUBLICATION web_rows FOR TABLES IN SCHEMA shop;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT 1';
PREPARE q AS SELECT web_del();
CREATE OR REPLACE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT auth_wipe()';
CREATE TABLE web_kept AS EXECUTE q;

-- ask web: opaque-statement
CREATE FUNCTION web_clean() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CLUSTER; END $$;

-- ask web: nothing
CREATE FUNCTION web_rows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO web_loose SELECT id FROM new_rows; RETURN NULL; END $$;
CREATE TRIGGER t AFTER INSERT ON web_counted REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION web_rows();
INSERT INTO web_counted VALUES (7);

-- ask web: writes-foreign-data table public.logins of auth
SET search_path = shop, public;
DO $$ BEGIN IF false THEN CREATE TABLE shop.logins (id int); END IF; END $$;
DELETE FROM logins;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_del() RETURNS int LANGUAGE sql AS 'SELECT auth_wipe()';
SET search_path = shop, public;
DO $$ BEGIN IF false THEN CREATE FUNCTION shop.web_del() RETURNS int LANGUAGE sql AS 'SELECT 1'; END IF; END $$;
SELECT web_del();

-- ask web: nothing
SET search_path = shop, public;
CREATE TABLE shop.web_kept (id int);
DO $$ BEGIN ALTER TABLE shop.web_kept ADD COLUMN x int; END $$;
DELETE FROM web_kept;

-- ask web: opaque-statement
CREATE DEFAULT CONVERSION web_conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON web_loose DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION web_late();
INSERT INTO web_loose VALUES (1);
CREATE OR REPLACE FUNCTION web_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;

-- ask web: nothing
CREATE FUNCTION web_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON web_loose DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION web_late();
CREATE OR REPLACE FUNCTION web_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM auth_wipe(); RETURN NULL; END $$;

-- ask web: nothing
CREATE FUNCTION web_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE web_counted SET note = 'x'; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON web_loose DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION web_late();
INSERT INTO web_loose VALUES (1);
CREATE FUNCTION web_other() RETURNS int LANGUAGE sql AS 'SELECT 1';
SET search_path = shop, public;

-- ask web: writes-foreign-data table public.users of auth; writes-foreign-data table public.logins of auth
CREATE FUNCTION web_told() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
BEGIN;
DECLARE told CURSOR FOR SELECT web_told() FROM web_loose;
CREATE OR REPLACE FUNCTION web_told() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
FETCH told;
COMMIT;

-- ask web: nothing
CREATE FUNCTION web_told() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
BEGIN;
DECLARE told CURSOR FOR SELECT web_told() FROM web_loose;
FETCH told;
CREATE OR REPLACE FUNCTION web_told() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN auth_wipe(); END $$;
CLOSE told;
COMMIT;
