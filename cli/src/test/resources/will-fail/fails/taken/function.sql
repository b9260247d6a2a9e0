-- 42723: created twice
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- migration
CREATE FUNCTION f(b integer) RETURNS int LANGUAGE sql AS 'SELECT 2';
