-- migration
CREATE FUNCTION half(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n / 2';
-- down
DROP FUNCTION half(integer);
