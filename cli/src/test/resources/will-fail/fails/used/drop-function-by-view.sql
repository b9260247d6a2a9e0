-- 2BP01: cannot drop function f(integer) because other objects depend on it
CREATE FUNCTION f(int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE VIEW v AS SELECT f(1) AS x;
DROP FUNCTION f(int);
