-- 42P13: return type mismatch
CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'INSERT INTO t VALUES (1)';
