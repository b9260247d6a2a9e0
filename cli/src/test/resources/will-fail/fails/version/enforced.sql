-- 42601 until 17: enforced came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) ENFORCED;
