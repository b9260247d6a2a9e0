-- 42883
CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- migration
DROP FUNCTION f(text);
