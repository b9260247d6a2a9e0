CREATE TABLE thing (a integer); CREATE FUNCTION f(thing) RETURNS integer LANGUAGE sql AS 'SELECT 1';
