-- 42P13: function result type must be specified
CREATE FUNCTION f(a int) LANGUAGE sql AS 'SELECT 1';
