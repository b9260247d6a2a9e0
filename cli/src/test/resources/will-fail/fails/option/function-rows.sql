-- 22023: rows is not applicable when function does not return a set
CREATE FUNCTION f() RETURNS int LANGUAGE sql ROWS 10 AS 'SELECT 1';
