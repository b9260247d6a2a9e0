-- 42809: f() is a procedure
CREATE TABLE a (id bigint);
CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1';
SELECT f();
