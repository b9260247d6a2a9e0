CREATE TYPE r AS RANGE (subtype = integer, multirange_type_name = rs); CREATE TABLE t (a r, b rs); CREATE FUNCTION f(r) RETURNS r LANGUAGE sql AS 'SELECT $1';
