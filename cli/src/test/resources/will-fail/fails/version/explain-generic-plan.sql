-- 42601 until 15: explain generic plan came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
EXPLAIN (GENERIC_PLAN) SELECT a FROM t;
