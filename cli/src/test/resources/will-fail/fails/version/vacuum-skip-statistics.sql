-- 42601 until 15: vacuum skip statistics came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
VACUUM (SKIP_DATABASE_STATS) t;
