-- 42601 until 16: grant maintain came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
GRANT MAINTAIN ON t TO PUBLIC;
