-- 42601 until 17: add not null came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD CONSTRAINT filled NOT NULL a NOT VALID;
