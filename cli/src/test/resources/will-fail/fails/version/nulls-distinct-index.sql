-- 42601 until 14: nulls distinct index came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
CREATE UNIQUE INDEX ON t (a) NULLS DISTINCT;
