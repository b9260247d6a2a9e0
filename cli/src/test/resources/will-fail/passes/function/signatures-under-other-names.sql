-- passes
CREATE SCHEMA s; CREATE FUNCTION f(i int, d float, t timestamptz, b bool, n decimal(5), c varchar(7), a int4[]) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g(i int, OUT o text) LANGUAGE sql AS 'SELECT ''x''::text'; CREATE PROCEDURE p(i int, INOUT o text) LANGUAGE sql AS 'SELECT ''x''::text'; CREATE FUNCTION h(c char) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION k(f float(10), VARIADIC v text[]) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION s.f(i text) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION m() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- migration
COMMENT ON FUNCTION f(i integer, float8, timestamp with time zone, boolean, numeric, character varying, int[]) IS 'x';
COMMENT ON FUNCTION g(int) IS 'x';
COMMENT ON FUNCTION g(int, OUT text) IS 'x';
COMMENT ON PROCEDURE p(int, text) IS 'x';
COMMENT ON FUNCTION h(bpchar) IS 'x';
COMMENT ON FUNCTION k(real, VARIADIC text[]) IS 'x';
COMMENT ON FUNCTION k(real, _text) IS 'x';
SET search_path = public, s;
COMMENT ON FUNCTION f(text) IS 'x';
DROP FUNCTION m();
DROP FUNCTION IF EXISTS m(int);
