-- 42601 until 16: set expression came with PostgreSQL 17
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);
