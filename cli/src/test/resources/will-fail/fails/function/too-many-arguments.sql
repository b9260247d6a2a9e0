-- 42883: function does not exist
CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql AS 'SELECT 2 * i';
SELECT twice(1, 2);
