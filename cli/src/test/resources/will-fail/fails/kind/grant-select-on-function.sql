-- 0LP01: invalid privilege type select for function
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON FUNCTION f() TO PUBLIC;
