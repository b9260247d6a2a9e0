ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE USAGE ON SEQUENCES FROM app_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA app REVOKE SELECT ON TABLES FROM app_reader;
DROP PUBLICATION every;
DROP PUBLICATION part;
DROP PUBLICATION schemas;
DROP PUBLICATION several;
DROP EVENT TRIGGER watch;
DROP VIEW app.invoked;
DROP VIEW app.names;
DROP VIEW app.nums;
DROP VIEW app.plain_users;
DROP MATERIALIZED VIEW app.sums;
-- its rows are lost; to drop it step by step: deed expand drop-table "Odd Name"."T"
-- loses data
DROP TABLE "Odd Name"."T";
-- its rows are lost; to drop it step by step: deed expand drop-table app."Quoted ""Table"""
-- loses data
DROP TABLE app."Quoted ""Table""";
-- its rows are lost; to drop it step by step: deed expand drop-table app.adopted
-- loses data
DROP TABLE app.adopted;
-- its rows are lost; to drop it step by step: deed expand drop-table app.cache
-- loses data
DROP TABLE app.cache;
-- its rows are lost; to drop it step by step: deed expand drop-table app.derived2
-- loses data
DROP TABLE app.derived2;
-- its rows are lost; to drop it step by step: deed expand drop-table app.derived
-- loses data
DROP TABLE app.derived;
-- its rows are lost; to drop it step by step: deed expand drop-table app.base
-- loses data
DROP TABLE app.base;
-- its rows are lost; to drop it step by step: deed expand drop-table app.events
-- loses data
DROP TABLE app.events;
-- its rows are lost; to drop it step by step: deed expand drop-table app.hashed
-- loses data
DROP TABLE app.hashed;
-- its rows are lost; to drop it step by step: deed expand drop-table app.nulls
-- loses data
DROP TABLE app.nulls;
-- its rows are lost; to drop it step by step: deed expand drop-table app.orders
-- loses data
DROP TABLE app.orders;
-- its rows are lost; to drop it step by step: deed expand drop-table app.other_heap
-- loses data
DROP TABLE app.other_heap;
-- its rows are lost; to drop it step by step: deed expand drop-table app.typed
-- loses data
DROP TABLE app.typed;
-- its rows are lost; to drop it step by step: deed expand drop-table app.users
-- loses data
DROP TABLE app.users;
DROP FOREIGN TABLE app.remote;
-- its position is lost
-- loses data
DROP SEQUENCE app.fast;
-- its position is lost
-- loses data
DROP SEQUENCE app.numbers;
DROP TEXT SEARCH CONFIGURATION app.english2;
DROP TEXT SEARCH DICTIONARY app.simple_dict;
DROP TEXT SEARCH TEMPLATE app.templ;
DROP TEXT SEARCH PARSER app.parser;
DROP CONVERSION app.latin;
DROP CAST (app.whole AS integer);
DROP AGGREGATE app.moving(double precision);
DROP AGGREGATE app."none"(*);
DROP AGGREGATE app.percent(double precision ORDER BY anyelement);
DROP AGGREGATE app.total(integer);
DROP OPERATOR CLASS app.whole_hash USING hash;
DROP OPERATOR CLASS app.whole_ops USING btree;
DROP OPERATOR FAMILY app.whole_hash USING hash;
DROP OPERATOR FAMILY app.wholes USING btree;
DROP OPERATOR app.<(app.whole, app.whole);
DROP OPERATOR app.=(app.whole, app.whole);
DROP OPERATOR app.>(app.whole, app.whole);
DROP FUNCTION app.cross_cmp(app.whole, integer);
DROP FUNCTION app.on_ddl();
DROP FUNCTION app.pair(integer);
DROP FUNCTION app.rows_of(text[]);
DROP FUNCTION app.step(integer, app.mood);
-- needs another
DROP FUNCTION app.touched();
DROP FUNCTION app.whole_cmp(app.whole, app.whole);
DROP FUNCTION app.whole_eq(app.whole, app.whole);
DROP FUNCTION app.whole_gt(app.whole, app.whole);
DROP FUNCTION app.whole_lt(app.whole, app.whole);
DROP PROCEDURE app.work(integer, text);
-- needs another
DROP DOMAIN app.email;
-- needs another
DROP TYPE app.address;
DROP TYPE app.later;
-- needs another
DROP TYPE app.mood;
-- needs another
DROP TYPE app.span;
-- needs another
DROP FUNCTION app.difference(numeric, numeric);
DROP TYPE app.whole CASCADE;
DROP COLLATION app.plain;
DROP USER MAPPING FOR app_reader SERVER far;
DROP USER MAPPING FOR public SERVER far;
DROP SERVER far;
DROP FOREIGN DATA WRAPPER dummy;
DROP ACCESS METHOD heap2;
COMMENT ON SCHEMA public IS 'standard public schema';
GRANT USAGE ON SCHEMA public TO PUBLIC;
REVOKE SELECT ON TABLE pg_catalog.pg_authid FROM app_reader;
GRANT ALL ON FUNCTION pg_catalog.pg_sleep(double precision) TO PUBLIC;
-- needs another
DROP SCHEMA "Odd Name";
-- needs another
DROP SCHEMA app;
