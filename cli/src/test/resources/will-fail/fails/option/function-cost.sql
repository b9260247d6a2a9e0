-- 22023: cost must be positive
CREATE FUNCTION f() RETURNS int LANGUAGE sql COST 0 AS 'SELECT 1';
