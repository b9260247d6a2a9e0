-- 42809: p() is not a function
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION p();
