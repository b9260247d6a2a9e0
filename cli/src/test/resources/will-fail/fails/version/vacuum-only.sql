-- 42601 until 17: vacuum only came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
VACUUM ONLY t;
