-- 2BP01: a default
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (id int DEFAULT f());
-- migration
DROP FUNCTION f();
