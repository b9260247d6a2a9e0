-- 42601 until 15: set storage default came with PostgreSQL 16
CREATE TABLE t (a text);
-- migration
ALTER TABLE t ALTER COLUMN a SET STORAGE DEFAULT;
