-- ask web: nothing
ALTER TABLE users ADD COLUMN name text;

-- ask web: nothing
ALTER TABLE users ADD COLUMN name text, ADD COLUMN age int, DROP COLUMN updated_at;

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets ADD COLUMN name2 text;

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets ADD COLUMN a int, ADD COLUMN b int, ALTER COLUMN name SET NOT NULL;

-- ask web: not-owner table public.datasets of api; unowned-table table public.dataset
ALTER TABLE IF EXISTS public.datasets RENAME TO dataset;

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets RENAME COLUMN name TO title;

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets OWNER TO web_migrator;

-- ask web: not-owner table public.datasets of api; not-owner table api.datasets of api
ALTER TABLE datasets SET SCHEMA api;

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets SET (fillfactor = 70);

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets ENABLE ROW LEVEL SECURITY;

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets ALTER COLUMN name TYPE varchar(20);

-- ask web: not-owner table public.datasets of api
ALTER TABLE datasets DROP CONSTRAINT datasets_pkey;

-- ask web: not-owner table public.documents of api
ALTER TABLE documents VALIDATE CONSTRAINT documents_dataset_id_fkey;

-- ask web: not-owner table public.documents of api
ALTER TABLE documents DISABLE TRIGGER ALL;

-- ask web: not-owner table public.documents of api
ALTER TABLE documents REPLICA IDENTITY FULL;

-- ask web: not-owner table public.documents of api
ALTER TABLE documents CLUSTER ON documents_title_idx;

-- ask web: not-owner table public."Odd Table" of api
ALTER TABLE "Odd Table" ADD COLUMN x int;

-- ask api: nothing
ALTER TABLE "Odd Table" ADD COLUMN x int;

-- ask api: unowned-table table public."odd table"
ALTER TABLE "odd table" ADD COLUMN x int;

-- ask web: not-owner table public.datasets of api
DROP TABLE datasets;

-- ask web: not-owner table public.datasets of api
DROP TABLE datasets, users;

-- ask web: not-owner table public.datasets of api; foreign-dependants table public.documents of api view api.dataset_names of api view public.exact_view of api
DROP TABLE IF EXISTS datasets CASCADE;

-- ask api: nothing
DROP TABLE datasets CASCADE;

-- ask web: foreign-dependants table public.invoices of billing
DROP TABLE users CASCADE;

-- ask web: nothing
DROP TABLE users;

-- ask web: unowned-table table public.no_such_table
DROP TABLE no_such_table;

-- ask web: unowned-table table public.no_such_table
DROP TABLE IF EXISTS no_such_table;

-- ask web: nothing
CREATE TABLE user_notes (id int);

-- ask web: unowned-table table public.notes
CREATE TABLE notes (id int);

-- ask web: unowned-table table public.notes
CREATE TABLE IF NOT EXISTS notes (id int);

-- ask web: unowned-table table public.documents2; reference-not-allowed table public.documents of api
CREATE TABLE documents2 (LIKE documents);

-- ask web: not-owner table public.doc_notes of api
CREATE TABLE doc_notes (id int);

-- ask web: not-owner table api.notes of api
CREATE TABLE api.notes (id int);

-- ask api: nothing
CREATE TABLE api.notes (id int);

-- ask web: not-owner table billing.users of billing
CREATE TABLE billing.users (id int);

-- ask web: nothing
CREATE UNLOGGED TABLE user_cache (id int);

-- ask web: nothing
CREATE TEMP TABLE datasets (id int);

-- ask web: nothing
CREATE TEMPORARY TABLE scratch AS SELECT 1;

-- ask web: nothing
CREATE TABLE user_copy AS SELECT * FROM users;

-- ask web: reference-not-allowed table public.documents of api
CREATE TABLE user_copy AS SELECT * FROM documents;

-- ask web: reference-not-allowed domain public.percent of api
CREATE TABLE user_copy AS SELECT * FROM datasets;

-- ask web: reference-not-allowed domain public.percent of api
SELECT * INTO user_copy FROM datasets;

-- ask web: foreign-lock table public.datasets of api
CREATE TABLE user_items (dataset_id uuid REFERENCES datasets);

-- ask web: reference-not-allowed table public.documents of api
CREATE TABLE user_items (document_id bigint REFERENCES documents);

-- ask web: reference-not-allowed table public.documents of api
CREATE TABLE user_items (document_id bigint, FOREIGN KEY (document_id) REFERENCES public.documents (id) ON DELETE CASCADE);

-- ask web: foreign-lock table public.datasets of api
ALTER TABLE sessions ADD COLUMN dataset_id uuid REFERENCES datasets;

-- ask web: reference-not-allowed table public.documents of api
ALTER TABLE sessions ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES documents NOT VALID;

-- ask billing: foreign-lock table public.users of web
ALTER TABLE payments ADD COLUMN user_id bigint REFERENCES users (id);

-- ask billing: nothing
ALTER TABLE payments DROP CONSTRAINT payments_invoice_fkey;

-- ask billing: foreign-lock table public.users of web
ALTER TABLE invoices DROP COLUMN user_id;

-- ask api: reference-not-allowed table public.users of web
CREATE TABLE doc_owners (user_id bigint REFERENCES users);

-- ask web: not-owner table public.events of api
CREATE TABLE user_events () INHERITS (events);

-- ask web: not-owner table public.events_2026_02 of api; not-owner table public.events of api
CREATE TABLE events_2026_02 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

-- ask api: nothing
CREATE TABLE events_2026_02 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

-- ask api: not-owner table public.user_events_x of web
CREATE TABLE user_events_x PARTITION OF events DEFAULT;

-- ask api: nothing
ALTER TABLE events DETACH PARTITION events_2026_01;

-- ask web: not-owner table public.events of api; not-owner table public.events_2026_01 of api
ALTER TABLE events DETACH PARTITION events_2026_01;

-- ask web: not-owner table public.events_2026_01 of api; foreign-dependants table public.events of api
DROP TABLE events_2026_01;

-- ask api: nothing
DROP TABLE events_2026_01;

-- ask web: not-owner table public.events_2026_01 of api
ALTER TABLE events_2026_01 ADD COLUMN x int;

-- ask api: not-owner table public.user_credits of web
ALTER TABLE events ATTACH PARTITION user_credits DEFAULT;

-- ask web: not-owner table public.datasets of api; reference-not-allowed domain public.percent of api
ALTER TABLE user_credits INHERIT datasets;

-- ask web: nothing
CREATE INDEX ON users (status);

-- ask web: nothing
CREATE INDEX users_status_idx ON users (status);

-- ask web: not-owner table public.datasets of api
CREATE INDEX ON datasets (name);

-- ask web: not-owner table public.datasets of api
CREATE INDEX CONCURRENTLY datasets_name_idx ON datasets (name);

-- ask web: not-owner table public.documents of api
DROP INDEX documents_title_idx;

-- ask web: not-owner table public.documents of api
DROP INDEX CONCURRENTLY IF EXISTS documents_title_idx;

-- ask web: nothing
DROP INDEX users_email_key;

-- ask web: not-owner index public.no_such_index
DROP INDEX no_such_index;

-- ask web: not-owner table public.documents of api
ALTER INDEX documents_title_idx RENAME TO x;

-- ask web: not-owner table public.documents of api
ALTER INDEX documents_pkey RENAME TO x;

-- ask web: not-owner table public.documents of api
REINDEX INDEX documents_title_idx;

-- ask web: not-owner table public.documents of api
REINDEX TABLE CONCURRENTLY documents;

-- ask web: not-owner schema public
REINDEX SCHEMA public;

-- ask web: cluster-wide database main
REINDEX DATABASE main;

-- ask web: opaque-statement
VACUUM;

-- ask web: opaque-statement
VACUUM FULL;

-- ask web: not-owner table public.datasets of api
VACUUM datasets;

-- ask web: opaque-statement
ANALYZE;

-- ask web: not-owner table public.datasets of api
ANALYZE datasets;

-- ask web: opaque-statement
CLUSTER;

-- ask web: not-owner table public.documents of api
CLUSTER documents USING documents_title_idx;

-- ask web: nothing
INSERT INTO users (email) VALUES ('a');

-- ask web: writes-foreign-data table public.datasets of api
INSERT INTO datasets (name) VALUES ('a');

-- ask web: reference-not-allowed table public.documents of api
INSERT INTO users (email) SELECT title FROM documents;

-- ask web: nothing
INSERT INTO users (email) SELECT name FROM datasets;

-- ask api: nothing
INSERT INTO invoices (id) VALUES (1);

-- ask api: writes-foreign-data table public.payments of billing
INSERT INTO payments (id) VALUES (1);

-- ask api: nothing
INSERT INTO documents (title) SELECT email FROM users;

-- ask web: writes-foreign-data table public.datasets of api
UPDATE datasets SET name = 'x';

-- ask web: reference-not-allowed table public.documents of api
UPDATE users SET email = d.title FROM documents d;

-- ask web: reference-not-allowed table public.documents of api
UPDATE users SET email = (SELECT title FROM documents LIMIT 1);

-- ask api: nothing
UPDATE invoices SET kind = 'sent' WHERE id = 1;

-- ask web: writes-foreign-data table public.datasets of api
DELETE FROM datasets;

-- ask web: reference-not-allowed table public.documents of api
DELETE FROM users USING documents WHERE documents.id = users.id;

-- ask web: nothing
WITH documents AS (SELECT 1 AS id) DELETE FROM users WHERE id IN (SELECT id FROM documents);

-- ask web: writes-foreign-data table public.documents of api
WITH gone AS (DELETE FROM documents RETURNING *) INSERT INTO users (email) SELECT title FROM gone;

-- ask web: reference-not-allowed table public.documents of api
MERGE INTO users u USING documents d ON u.id = d.id WHEN MATCHED THEN DELETE;

-- ask web: writes-foreign-data table public.datasets of api
MERGE INTO datasets t USING users u ON false WHEN NOT MATCHED THEN DO NOTHING;

-- ask web: nothing
TRUNCATE sessions;

-- ask web: writes-foreign-data table public.datasets of api
TRUNCATE datasets;

-- ask web: writes-foreign-data table public.invoices of billing; writes-foreign-data table public.payments of billing; writes-foreign-data table billing.ledger of billing
TRUNCATE users CASCADE;

-- ask api: foreign-lock table public.invoices of billing
TRUNCATE invoices;

-- ask api: nothing
TRUNCATE datasets CASCADE;

-- ask web: writes-foreign-data table public.datasets of api
LOCK TABLE datasets IN ACCESS EXCLUSIVE MODE;

-- ask web: writes-foreign-data table public.documents of api
LOCK TABLE documents IN SHARE MODE;

-- ask web: nothing
LOCK TABLE users;

-- ask web: writes-foreign-data table public.datasets of api
COPY datasets FROM STDIN;

-- ask web: nothing
COPY users TO STDOUT;

-- ask web: reference-not-allowed table public.documents of api
COPY (SELECT * FROM documents) TO STDOUT;

-- ask web: reference-not-allowed table public.documents of api
SELECT * FROM documents;

-- ask web: writes-foreign-data table public.datasets of api
SELECT * FROM datasets FOR UPDATE;

-- ask web: nothing
SELECT 1;

-- ask web: reference-not-allowed table public.documents of api
TABLE documents;

-- ask web: writes-foreign-data table public.documents of api
EXPLAIN ANALYZE DELETE FROM documents;

-- ask web: nothing
SELECT count(*) FROM pg_class;

-- ask web: nothing
SELECT * FROM information_schema.tables;

-- ask web: not-owner table pg_catalog.pg_class
DELETE FROM pg_class;

-- ask web: not-owner table pg_catalog.pg_class
UPDATE pg_catalog.pg_class SET relname = 'x';

-- ask web: not-owner table deed.migration
DELETE FROM deed.migration;

-- ask web: wrong-database table public.accounts of web
SELECT * FROM accounts;

-- ask web: wrong-database table public.accounts of web
INSERT INTO accounts VALUES (1);

-- ask web: wrong-database table auth.public.accounts
SELECT * FROM auth.public.accounts;

-- ask web: wrong-database table other.public.users
SELECT * FROM other.public.users;

-- ask web: wrong-database table public.secret_things of web
CREATE TABLE secret_things (id int);

-- ask web: wrong-database table public.secret_keys of web
SELECT * FROM secret_keys;

-- ask web: nothing
CREATE VIEW user_emails AS SELECT email FROM users;

-- ask web: reference-not-allowed table public.documents of api
CREATE VIEW titles AS SELECT title FROM documents;

-- ask web: nothing
CREATE VIEW names AS SELECT name FROM datasets;

-- ask api: reference-not-allowed table public.users of web
CREATE VIEW people AS SELECT email FROM users;

-- ask web: not-owner view api.dataset_names of api
CREATE OR REPLACE VIEW api.dataset_names AS SELECT id FROM users;

-- ask web: not-owner view public.exact_view of api
CREATE VIEW exact_view AS SELECT 1;

-- ask web: nothing
DROP VIEW active_users;

-- ask api: not-owner view public.active_users of web
DROP VIEW active_users;

-- ask api: nothing
DROP VIEW exact_view;

-- ask web: not-owner view public.exact_view of api
DROP VIEW exact_view;

-- ask web: not-owner view api.dataset_names of api
DROP VIEW api.dataset_names;

-- ask web: not-owner view api.dataset_names of api
ALTER VIEW api.dataset_names SET (security_barrier = true);

-- ask web: reference-not-allowed view billing.open_invoices of billing
SELECT * FROM billing.open_invoices;

-- ask web: nothing
SELECT * FROM dataset_stats;

-- ask web: writes-foreign-data materialized view public.dataset_stats of api
REFRESH MATERIALIZED VIEW dataset_stats;

-- ask api: nothing
REFRESH MATERIALIZED VIEW CONCURRENTLY dataset_stats;

-- ask web: nothing
CREATE MATERIALIZED VIEW user_stats AS SELECT count(*) FROM users;

-- ask web: not-owner materialized view public.dataset_stats of api
DROP MATERIALIZED VIEW dataset_stats;

-- ask web: nothing
CREATE SEQUENCE user_seq;

-- ask web: nothing
CREATE SEQUENCE my_seq;

-- ask api: not-owner sequence public.ticket_seq of web
ALTER SEQUENCE ticket_seq RESTART;

-- ask web: nothing
ALTER SEQUENCE ticket_seq RESTART;

-- ask api: writes-foreign-data sequence public.ticket_seq of web
SELECT nextval('ticket_seq');

-- ask api: not-owner sequence public.ticket_seq of web
DROP SEQUENCE ticket_seq;

-- ask api: not-owner table public.sessions of web
ALTER SEQUENCE sessions_id_seq RESTART WITH 10;

-- ask api: writes-foreign-data table public.sessions of web
SELECT setval('sessions_id_seq', 10);

-- ask web: nothing
SELECT setval('sessions_id_seq', 10);

-- ask web: not-owner table public.documents of api
ALTER SEQUENCE ticket_seq OWNED BY documents.id;

-- ask web: nothing
CREATE TYPE mood AS ENUM ('good');

-- ask api: not-owner type public.user_status of web
ALTER TYPE user_status ADD VALUE 'gone';

-- ask web: nothing
ALTER TYPE user_status ADD VALUE 'gone';

-- ask api: not-owner type public.user_status of web
DROP TYPE user_status;

-- ask web: nothing
DROP TYPE user_status CASCADE;

-- ask billing: nothing
DROP TYPE invoice_kind CASCADE;

-- ask api: not-owner type public.invoice_kind of billing; foreign-dependants table public.invoices of billing view billing.open_invoices of billing
DROP TYPE invoice_kind CASCADE;

-- ask api: reference-not-allowed type public.user_status of web
CREATE TABLE doc_states (s user_status);

-- ask api: foreign-lock table public.invoices of billing
ALTER DOMAIN percent ADD CHECK (VALUE > 1);

-- ask api: foreign-dependants table public.invoices of billing view billing.open_invoices of billing
DROP DOMAIN percent CASCADE;

-- ask web: not-owner domain public.percent of api
DROP DOMAIN percent;

-- ask web: nothing
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: reference-not-allowed table public.documents of api
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM documents';

-- ask web: nothing
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM datasets';

-- ask web: writes-foreign-data table public.documents of api
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM documents; END $$;

-- ask web: opaque-statement
CREATE FUNCTION f(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DROP TABLE ' || t; END $$;

-- ask web: reference-not-allowed table public.documents of api
CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM documents; END;

-- ask web: opaque-statement
CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1';

-- ask web: nothing
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN UPDATE users SET email = ''; COMMIT; END $$;

-- ask web: not-owner function public.count_documents() of api
CREATE OR REPLACE FUNCTION count_documents() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';

-- ask web: not-owner function public.count_documents() of api
ALTER FUNCTION count_documents() STABLE;

-- ask web: not-owner function public.count_documents() of api
DROP FUNCTION count_documents();

-- ask web: not-owner function public.count_documents() of api
DROP FUNCTION count_documents;

-- ask api: nothing
DROP FUNCTION count_documents;

-- ask billing: nothing
DROP FUNCTION log_invoice() CASCADE;

-- ask api: not-owner function public.log_invoice() of billing; foreign-dependants table public.invoices of billing
DROP FUNCTION log_invoice() CASCADE;

-- ask web: nothing
DROP FUNCTION touch_updated() CASCADE;

-- ask web: not-owner function public.no_such_function()
DROP FUNCTION no_such_function();

-- ask web: nothing
SELECT count_documents();

-- ask web: nothing
SELECT purge_sessions();

-- ask api: writes-foreign-data table public.sessions of web
SELECT purge_sessions();

-- ask web: nothing
CREATE TRIGGER t AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch_updated();

-- ask web: not-owner table public.documents of api
CREATE TRIGGER t AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION touch_updated();

-- ask api: reference-not-allowed function public.touch_updated() of web
CREATE TRIGGER t AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION touch_updated();

-- ask api: not-owner table public.users of web
DROP TRIGGER users_touch ON users;

-- ask api: not-owner table public.users of web
ALTER TABLE users DISABLE TRIGGER users_touch;

-- ask web: nothing
DROP TRIGGER users_touch ON users;

-- ask web: writes-foreign-data table public.documents of api
CREATE RULE r AS ON DELETE TO users DO ALSO DELETE FROM documents;

-- ask web: not-owner table public.documents of api
CREATE RULE r AS ON DELETE TO documents DO INSTEAD NOTHING;

-- ask api: not-owner table public.users of web
CREATE POLICY p ON users USING (true);

-- ask api: not-owner table public.users of web
DROP POLICY own_row ON users;

-- ask web: nothing
ALTER POLICY own_row ON users USING (false);

-- ask web: reference-not-allowed table public.documents of api
CREATE POLICY p ON users USING (id IN (SELECT id FROM documents));

-- ask web: nothing
COMMENT ON TABLE users IS 'x';

-- ask web: not-owner table public.datasets of api
COMMENT ON TABLE datasets IS 'x';

-- ask web: not-owner table public.datasets of api
COMMENT ON COLUMN datasets.name IS 'x';

-- ask web: not-owner table public.documents of api
COMMENT ON INDEX documents_title_idx IS 'x';

-- ask web: nothing
COMMENT ON TYPE user_status IS 'x';

-- ask web: not-owner function public.count_documents() of api
COMMENT ON FUNCTION count_documents() IS 'x';

-- ask web: not-owner table public.payments of billing
COMMENT ON CONSTRAINT payments_invoice_fkey ON payments IS 'x';

-- ask web: not-owner schema api of api
COMMENT ON SCHEMA api IS 'x';

-- ask web: not-owner extension pgcrypto of api
COMMENT ON EXTENSION pgcrypto IS 'x';

-- ask web: cluster-wide database main
COMMENT ON DATABASE main IS 'x';

-- ask web: cluster-wide role app
COMMENT ON ROLE app IS 'x';

-- ask web: nothing
GRANT SELECT ON users TO app;

-- ask web: not-owner table public.datasets of api
GRANT SELECT ON users, datasets TO app;

-- ask web: foreign-dependants table public.datasets of api table public.documents of api table public.events of api table public.events_2026_01 of api materialized view public.dataset_stats of api view public.exact_view of api table public."Odd Table" of api; foreign-dependants table public.invoices of billing table public.payments of billing
GRANT SELECT ON ALL TABLES IN SCHEMA public TO app;

-- ask web: foreign-dependants table billing.ledger of billing view billing.open_invoices of billing
GRANT SELECT ON ALL TABLES IN SCHEMA billing TO app;

-- ask billing: nothing
GRANT SELECT ON ALL TABLES IN SCHEMA billing TO app;

-- ask web: foreign-dependants table public.documents of api
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app;

-- ask web: not-owner function public.count_documents() of api
GRANT EXECUTE ON FUNCTION count_documents() TO app;

-- ask web: foreign-dependants function public.count_documents() of api function public.guard() of api; foreign-dependants function public.log_invoice() of billing
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO app;

-- ask web: not-owner schema api of api
GRANT USAGE ON SCHEMA api TO app;

-- ask api: nothing
GRANT USAGE ON SCHEMA api TO app;

-- ask web: not-owner schema public
GRANT USAGE ON SCHEMA public TO app;

-- ask web: cluster-wide database main
GRANT CONNECT ON DATABASE main TO app;

-- ask web: cluster-wide role reader
GRANT reader TO app;

-- ask web: not-owner table public.datasets of api
REVOKE ALL ON datasets FROM app;

-- ask web: not-owner default privileges for role "current_user" on tables
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app;

-- ask web: not-owner default privileges for role "current_user" on tables
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app;

-- ask web: cluster-wide role app
CREATE ROLE app;

-- ask web: cluster-wide role app
CREATE USER app PASSWORD 'x';

-- ask web: cluster-wide role app
DROP ROLE app;

-- ask web: cluster-wide role app
ALTER ROLE app SET search_path = api;

-- ask web: opaque-statement
DROP OWNED BY app;

-- ask web: opaque-statement
REASSIGN OWNED BY a TO b;

-- ask web: cluster-wide database x
CREATE DATABASE x;

-- ask web: cluster-wide database main
DROP DATABASE main;

-- ask web: cluster-wide database main
ALTER DATABASE main SET search_path = api;

-- ask web: cluster-wide tablespace fast
CREATE TABLESPACE fast LOCATION '/x';

-- ask web: cluster-wide parameter work_mem
ALTER SYSTEM SET work_mem = '1GB';

-- ask web: nothing
CREATE SCHEMA web;

-- ask web: nothing
CREATE SCHEMA IF NOT EXISTS api;

-- ask web: not-owner schema api of api
CREATE SCHEMA api;

-- ask web: unowned-table table web.documents
CREATE SCHEMA web CREATE TABLE documents (id int);

-- ask web: not-owner schema api of api
DROP SCHEMA api;

-- ask api: nothing
DROP SCHEMA api CASCADE;

-- ask web: not-owner schema billing of billing; foreign-dependants table billing.ledger of billing view billing.open_invoices of billing; foreign-lock table public.invoices of billing
DROP SCHEMA billing CASCADE;

-- ask web: not-owner schema public; foreign-dependants table public.invoices of billing view billing.open_invoices of billing type public.invoice_kind of billing table public.payments of billing table billing.ledger of billing function public.log_invoice() of billing; foreign-dependants extension pgcrypto of api domain public.percent of api table public.datasets of api table public.documents of api view api.dataset_names of api view public.exact_view of api materialized view public.dataset_stats of api table public.events of api table public.events_2026_01 of api function public.count_documents() of api table public."Odd Table" of api function public.guard() of api
DROP SCHEMA public CASCADE;

-- ask web: not-owner schema public; foreign-dependants extension pgcrypto of api domain public.percent of api table public.datasets of api table public.documents of api table public.events of api table public.events_2026_01 of api materialized view public.dataset_stats of api view public.exact_view of api function public.count_documents() of api table public."Odd Table" of api function public.guard() of api; foreign-dependants type public.invoice_kind of billing table public.invoices of billing table public.payments of billing function public.log_invoice() of billing; unowned-table table old.users table old.sessions table old.user_credits table old.datasets table old.documents table old.events table old."Odd Table" table old.invoices table old.payments
ALTER SCHEMA public RENAME TO old;

-- ask web: nothing
CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- ask web: not-owner extension pgcrypto of api
CREATE EXTENSION pgcrypto;

-- ask web: nothing
CREATE EXTENSION hstore;

-- ask web: not-owner extension pgcrypto of api
DROP EXTENSION pgcrypto;

-- ask api: nothing
DROP EXTENSION pgcrypto;

-- ask web: not-owner extension pgcrypto of api
ALTER EXTENSION pgcrypto UPDATE;

-- ask web: not-owner extension postgis
DROP EXTENSION postgis;

-- ask web: nothing
CREATE PUBLICATION p FOR TABLE users;

-- ask web: not-owner table public.datasets of api
CREATE PUBLICATION p FOR TABLE users, datasets;

-- ask web: opaque-statement
CREATE PUBLICATION p FOR ALL TABLES;

-- ask web: not-owner schema public; foreign-dependants table public.datasets of api table public.documents of api table public.events of api table public.events_2026_01 of api table public."Odd Table" of api; foreign-dependants table public.invoices of billing table public.payments of billing
CREATE PUBLICATION p FOR TABLES IN SCHEMA public;

-- ask web: nothing
CREATE STATISTICS s ON email, status FROM users;

-- ask web: not-owner table public.documents of api
CREATE STATISTICS s ON id, title FROM documents;

-- ask api: opaque-statement
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION guard();

-- ask web: nothing
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);

-- ask web: nothing
CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int);

-- ask web: nothing
CREATE CAST (text AS user_status) WITH INOUT;

-- ask web: nothing
CREATE COLLATION german (provider = icu, locale = 'de');

-- ask web: nothing
CREATE TEXT SEARCH CONFIGURATION german (COPY = pg_catalog.german);

-- ask web: nothing
CREATE FOREIGN DATA WRAPPER w;

-- ask web: nothing
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;

-- ask web: not-owner schema public; opaque-statement
IMPORT FOREIGN SCHEMA public FROM SERVER s INTO public;

-- ask web: opaque-statement
CREATE FOREIGN TABLE user_remote (id int) SERVER s;

-- ask web: unowned-table foreign table public.remote; opaque-statement
CREATE FOREIGN TABLE remote (id int) SERVER s;

-- ask web: writes-foreign-data table public.documents of api
DO $$ BEGIN DELETE FROM documents; END $$;

-- ask web: nothing
DO $$ BEGIN DELETE FROM users; END $$;

-- ask web: writes-foreign-data table public.documents of api
DO $$ BEGIN EXECUTE 'DELETE FROM documents'; END $$;

-- ask web: opaque-statement
DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables LOOP EXECUTE format('ALTER TABLE %I OWNER TO x', t); END LOOP; END $$;

-- ask web: opaque-statement
DO LANGUAGE plperl 'elog()';

-- ask web: nothing
-- deed: touches users writes
DO $$ BEGIN EXECUTE format('DELETE FROM %I', 'users'); END $$;

-- ask web: unowned-table table public.x; writes-foreign-data table public.documents of api
-- deed: touches documents writes
-- deed: touches users writes
DO $$ BEGIN EXECUTE format('DELETE FROM %I', 'x'); END $$;

-- ask web: nothing
-- deed: touches nothing
DO $$ BEGIN EXECUTE format('SELECT %s', 1); END $$;

-- ask web: opaque-statement
-- deed: touches users
DO $$ BEGIN EXECUTE format('SELECT %s', 1); END $$;

-- ask web: nothing
DO $$ BEGIN PERFORM set_config('search_path', 'api', true); END $$;

-- ask web: writes-foreign-data table public.documents of api
PREPARE q AS DELETE FROM documents;

-- ask web: reference-not-allowed table public.documents of api
DECLARE c CURSOR FOR SELECT * FROM documents;

-- ask web: opaque-statement
CALL no_such_procedure();

-- ask web: nothing
CREATE PROCEDURE p() LANGUAGE sql AS 'DELETE FROM users'; CALL p();

-- ask web: writes-foreign-data table public.documents of api; writes-foreign-data table public.documents of api
CREATE PROCEDURE p() LANGUAGE sql AS 'DELETE FROM documents'; CALL p();

-- ask api: reference-not-allowed table public.payments of billing
INSERT INTO invoices (id) SELECT id FROM payments;

-- ask web: nothing
DELETE FROM users;

-- ask web: nothing
DROP VIEW IF EXISTS no_such_view;

-- ask web: not-owner schema billing of billing; foreign-dependants table billing.ledger of billing
CREATE PUBLICATION p FOR TABLES IN SCHEMA billing;

-- ask billing: nothing
CREATE PUBLICATION p FOR TABLES IN SCHEMA billing;

-- ask web: not-owner table public.documents of api
DROP SEQUENCE documents_id_seq;

-- ask web: foreign-dependants table public.invoices of billing
ALTER TABLE users ALTER COLUMN id TYPE int;

-- ask web: nothing
CREATE TABLE user_x PARTITION OF user_credits DEFAULT; ALTER TABLE user_x RENAME TO other_x; ALTER TABLE other_x ADD COLUMN y int;

-- ask web: nothing
CREATE VIEW my_view AS SELECT 1; ALTER VIEW my_view RENAME TO doc_view; DROP VIEW doc_view;

-- ask web: nothing
CREATE TABLE user_y (id serial); ALTER SEQUENCE user_y_id_seq RESTART; DROP TABLE user_y;

-- ask web: not-owner table api.keys2 of api
SET search_path = api; CREATE TABLE keys2 (id int);

-- ask web: not-owner table api.keys of api
SET search_path = api; ALTER TABLE keys ADD COLUMN x int;

-- ask web: nothing
SET search_path = api, public; ALTER TABLE users ADD COLUMN x int;

-- ask api: writes-foreign-data table billing.ledger of billing
SET LOCAL search_path TO billing; INSERT INTO ledger VALUES (1);

-- ask web: nothing
BEGIN; DELETE FROM users; COMMIT;

-- ask web: nothing
SET lock_timeout = '2s';

-- ask web: nothing
SET ROLE postgres;

-- ask web: nothing
CREATE TABLE user_a (id int); ALTER TABLE user_a ADD COLUMN x int; CREATE INDEX ON user_a (x); DROP TABLE user_a;

-- ask web: unowned-table table public.misc
CREATE TABLE misc (id int); ALTER TABLE misc ADD COLUMN x int; INSERT INTO misc VALUES (1);

-- ask web: nothing
CREATE TABLE "user_😀; DROP" (id int);

-- ask web: unowned-table table public."DATASETS"
CREATE TABLE "DATASETS" (id int);

-- ask web: unowned-table table public."a.b"
CREATE TABLE "a.b" (id int);

-- ask web: reference-not-allowed table public.documents of api
SELECT 'documents'::regclass;

-- ask web: reference-not-allowed table public.documents of api
SELECT * FROM ONLY documents;

-- ask web: reference-not-allowed table public.documents of api
SELECT u.* FROM users u JOIN LATERAL (SELECT 1 FROM documents d WHERE d.id = u.id) x ON true;

-- ask web: reference-not-allowed function public.count_documents() of api
CREATE INDEX user_titles ON users ((count_documents()));

-- ask web: not-owner table public.datasets of api
SECURITY LABEL ON TABLE datasets IS 'x';

-- ask web: nothing
NOTIFY channel;

-- ask web: opaque-statement
ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b;

-- ask web: nothing
CREATE ACCESS METHOD m TYPE TABLE HANDLER heap_tableam_handler;

-- ask web: nothing
CREATE LANGUAGE plperl;

-- ask web: not-owner large object "1"
ALTER LARGE OBJECT 1 OWNER TO x;

-- ask web: nothing
CREATE USER MAPPING FOR app SERVER s;

-- ask web: opaque-statement
CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p;

-- ask web: unowned-table table public.credits
ALTER TABLE user_credits RENAME TO credits;

-- ask web: nothing
ALTER TABLE user_credits RENAME TO user_points;

-- ask web: not-owner table public.doc_credits of api
ALTER TABLE user_credits RENAME TO doc_credits;

-- ask web: not-owner table billing.user_credits of billing
ALTER TABLE user_credits SET SCHEMA billing;

-- ask web: nothing
ALTER TABLE user_credits RENAME COLUMN credits TO points;

-- ask web: nothing
DROP FUNCTION IF EXISTS fresh(); CREATE FUNCTION fresh() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- ask web: not-owner type public.invoice_kind of billing
DROP TYPE IF EXISTS no_such_type, invoice_kind;

-- ask web: nothing
DROP INDEX IF EXISTS no_such_index;

-- ask web: nothing
DROP TRIGGER IF EXISTS t ON users;

-- ask web: not-owner table public.documents of api
DROP TRIGGER IF EXISTS t ON documents;

-- ask web: nothing
DROP EXTENSION IF EXISTS postgis;
