-- 2BP01: cannot drop function f(bigint) because other objects depend on it
CREATE FUNCTION f(bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE a (id bigint CHECK (f(id)));
DROP FUNCTION f(bigint);
