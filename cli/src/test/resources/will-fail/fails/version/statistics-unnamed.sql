-- 42601 until 15: statistics unnamed came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
CREATE STATISTICS ON a, b FROM t;
