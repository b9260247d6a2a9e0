-- 42601 until 16: set statistics default came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ALTER COLUMN a SET STATISTICS DEFAULT;
