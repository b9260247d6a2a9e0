-- 42P13: return type mismatch
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ' ';
