-- passes: a procedure with other arguments
CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION IF EXISTS p(text);
