CREATE TABLE t (id int, name text);
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE DOMAIN code AS varchar(10) DEFAULT 'x' NOT NULL CHECK (VALUE ~ '^[a-z]+$' AND length(VALUE) < 5);
CREATE DOMAIN sized AS int CHECK (VALUE BETWEEN 1 AND 5);
CREATE FUNCTION f1(a varchar(5) DEFAULT 'x', b numeric(5,2) DEFAULT 1, c text[][] DEFAULT '{}', d timestamp(3) DEFAULT now(), e interval DEFAULT '1 day', g date DEFAULT '2020-01-02') RETURNS varchar(7) LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION f2(a int DEFAULT 1 + 2, b bigint DEFAULT 5, c boolean DEFAULT NULL, d jsonb DEFAULT '{"a": 1}', k kind DEFAULT 'a') RETURNS TABLE (x numeric(5,2), y char(3)) LANGUAGE sql AS 'SELECT 1.0, NULL';
CREATE FUNCTION f3(IN a character varying, INOUT b decimal(3), OUT c double precision) LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION f4(int, VARIADIC int[]) RETURNS SETOF varchar(3) LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION sf(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION ff(int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE AGGREGATE a1 (int) (SFUNC = sf, STYPE = int, INITCOND = '0');
CREATE AGGREGATE a2 (x int) (PARALLEL = safe, STYPE = int4, FINALFUNC = ff, SFUNC = sf, INITCOND = 0, COMBINEFUNC = sf, SORTOP = >);
CREATE AGGREGATE a3 (float8) (SFUNC = float8_accum, STYPE = float8[], FINALFUNC = float8_avg, INITCOND = '{0,0,0}', PARALLEL = unsafe);
CREATE AGGREGATE a4 (BASETYPE = text, SFUNC = textcat, STYPE = text, INITCOND = '');
CREATE FUNCTION same(t, t) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.id = $2.id';
CREATE OPERATOR === (PROCEDURE = same, LEFTARG = t, RIGHTARG = t, COMMUTATOR = ===, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE FUNCTION equal(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE OPERATOR ==! (leftarg = int, rightarg = text, function = equal, negator = operator(public.!==), hashes, merges);
CREATE FUNCTION kind(int) RETURNS kind LANGUAGE sql AS $$ SELECT 'a'::kind $$;
CREATE CAST (int AS kind) WITH FUNCTION kind(int) AS ASSIGNMENT;
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE PROCEDURE watch();
CREATE TABLE d (doc jsonb);
CREATE UNIQUE INDEX i1 ON d (jsonb_extract_path_text(doc, 'foo', 'bar'));
-- not: a varchar(5) DEFAULT 'x' => a varchar(5) DEFAULT 'y'
-- not: '1 day' => '2 days'
-- not: 1 + 2 => 1 + 3
-- not: b bigint DEFAULT 5 => b bigint DEFAULT 6
-- not: k kind DEFAULT 'a' => k kind DEFAULT 'b'
-- not: RETURNS varchar(7) => RETURNS text
-- not: SETOF varchar(3) => varchar(3)
-- not: INITCOND = '0') => INITCOND = '1')
-- not: FINALFUNC = ff, => 
-- not: COMBINEFUNC = sf, => 
-- not: PARALLEL = safe => PARALLEL = restricted
-- not: FINALFUNC = float8_avg => FINALFUNC = float8_stddev_pop
-- not: RESTRICT = eqsel => RESTRICT = neqsel
-- not: function = equal => function = unequal
-- not: hashes, merges => merges
-- not: AS ASSIGNMENT => AS IMPLICIT
-- not: 'DROP TABLE') => 'DROP VIEW')
-- not: 'foo', 'bar' => 'bar', 'foo'
-- not: '^[a-z]+$' => '^[a-z]*$'
-- not: VALUE BETWEEN 1 => VALUE BETWEEN 2
