-- 42809: f() is not a procedure
CREATE TABLE a (id bigint);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CALL f();
