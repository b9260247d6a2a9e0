-- 42601 until 16: revoke maintain came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
REVOKE MAINTAIN ON t FROM PUBLIC;
