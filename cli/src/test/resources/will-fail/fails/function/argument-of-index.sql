-- 42883: function does not exist
CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * i';
CREATE TABLE a (id bigint, day date);
CREATE INDEX ON a (twice(day));
