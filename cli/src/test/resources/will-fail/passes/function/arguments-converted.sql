-- passes: arguments that PostgreSQL converts in a call, or whose types are open
CREATE FUNCTION twice(i bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2 * i';
CREATE FUNCTION same(n double precision) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT n';
CREATE FUNCTION late(t timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS 'SELECT t';
CREATE FUNCTION any_of(e anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT e';
CREATE FUNCTION two(i int, t text DEFAULT 'x') RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t';
CREATE FUNCTION two(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t';
CREATE TABLE a (id int, big bigint, n numeric, day date, at timestamp, name text, v varchar(9), CHECK (twice(id) > 0));
SELECT twice(id), same(big), same(n), late(day), late(at), any_of(name), two(id), two(name), two(v) FROM a;
SELECT twice('4'), twice(id::bigint), late('2026-01-01'::date), twice((SELECT id)) FROM a;
SELECT s.id FROM (SELECT name::int AS id FROM a) s WHERE twice(s.id) > 1;
