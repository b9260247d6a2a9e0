CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
