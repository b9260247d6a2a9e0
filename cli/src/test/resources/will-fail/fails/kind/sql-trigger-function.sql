-- 42P13: sql functions cannot return type trigger
CREATE FUNCTION f() RETURNS trigger LANGUAGE sql AS 'SELECT 1';
