-- 42P17
CREATE TABLE t (a int, b int);
-- migration
CREATE STATISTICS st (ndistinct) ON a FROM t;
