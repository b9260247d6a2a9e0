-- 42P13: input parameters after one with a default value must also have defaults
CREATE FUNCTION f(a int DEFAULT 1, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
