-- 42883
CREATE FUNCTION f(i int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
-- migration
DROP FUNCTION f(int);
