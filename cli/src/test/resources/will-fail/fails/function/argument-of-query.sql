-- 42883: function does not exist
CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql AS 'SELECT 2 * i';
CREATE FUNCTION twice(i date) RETURNS date LANGUAGE sql AS 'SELECT i';
CREATE TABLE a (id bigint, name text);
SELECT id FROM a WHERE twice(a.id) > 1;
