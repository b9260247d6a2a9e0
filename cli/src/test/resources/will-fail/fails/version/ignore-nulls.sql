-- 42601 until 18: ignore nulls came with PostgreSQL 19
CREATE TABLE t (a int, b int);
-- migration
SELECT lag(a) IGNORE NULLS OVER (ORDER BY b) FROM t;
