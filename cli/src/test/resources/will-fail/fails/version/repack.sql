-- 42601 until 18: repack came with PostgreSQL 19
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
REPACK t;
