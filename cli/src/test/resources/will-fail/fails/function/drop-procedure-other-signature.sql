-- 42883
CREATE PROCEDURE f(i int) LANGUAGE sql AS 'SELECT 1';
-- migration
DROP PROCEDURE f(bigint);
