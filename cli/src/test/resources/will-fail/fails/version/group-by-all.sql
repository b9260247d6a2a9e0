-- 42601 until 18: group by all came with PostgreSQL 19
CREATE TABLE t (a int, b int);
-- migration
SELECT a, count(*) FROM t GROUP BY ALL;
