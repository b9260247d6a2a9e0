-- 42601 until 17: analyze only came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
ANALYZE ONLY t;
