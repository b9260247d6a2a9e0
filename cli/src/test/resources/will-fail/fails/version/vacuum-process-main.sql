-- 42601 until 15: vacuum process main came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
-- deed: transaction none
VACUUM (PROCESS_MAIN false) t;
