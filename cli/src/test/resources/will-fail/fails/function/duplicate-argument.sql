-- 42P13: parameter name a used more than once
CREATE FUNCTION f(a int, a text) RETURNS int LANGUAGE sql AS 'SELECT 1';
