CREATE TYPE c AS (a bigint, b text); CREATE FUNCTION f(c) RETURNS integer LANGUAGE sql AS 'SELECT 1';
