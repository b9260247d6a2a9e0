-- 42883: function does not exist
CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql AS 'SELECT 2 * i';
CREATE TABLE a (id bigint, name text);
CREATE VIEW v AS SELECT twice(name) AS n FROM a;
