-- 42809: p() is not a procedure
CREATE FUNCTION p() RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP PROCEDURE p();
