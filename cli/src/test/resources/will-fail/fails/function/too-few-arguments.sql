-- 42883: function does not exist
CREATE FUNCTION twice(i int, j int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 2 * i';
CREATE VIEW v AS SELECT twice() AS n;
