-- 42601 until 14: set access method came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t SET ACCESS METHOD heap;
