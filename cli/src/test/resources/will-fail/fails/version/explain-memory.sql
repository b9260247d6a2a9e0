-- 42601 until 16: explain memory came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
EXPLAIN (MEMORY) SELECT a FROM t;
