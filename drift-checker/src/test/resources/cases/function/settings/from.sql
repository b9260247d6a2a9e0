CREATE FUNCTION f() RETURNS integer LANGUAGE sql SET search_path = a, "B c" SET statement_timeout = '1s' AS 'SELECT 1';
