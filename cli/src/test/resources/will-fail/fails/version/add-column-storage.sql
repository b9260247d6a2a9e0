-- 42601 until 15: add column storage came with PostgreSQL 16
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD COLUMN c text STORAGE PLAIN;
