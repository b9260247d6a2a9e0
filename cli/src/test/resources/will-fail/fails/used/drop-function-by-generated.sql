-- 2BP01 since 15: cannot drop function f(bigint) because other objects depend on it
CREATE FUNCTION f(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE a (id bigint, n bigint GENERATED ALWAYS AS (f(id)) STORED);
DROP FUNCTION f(bigint);
