-- 2BP01: cannot drop function f(bigint) because other objects depend on it
CREATE TABLE a (id bigint);
CREATE FUNCTION f(bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE POLICY p ON a USING (f(id));
DROP FUNCTION f(bigint);
