-- 42P17
CREATE TABLE t (a int, b int);
-- migration
CREATE STATISTICS st ON a FROM t;
