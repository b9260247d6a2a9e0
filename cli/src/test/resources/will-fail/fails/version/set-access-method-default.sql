-- 42601 until 16: set access method default came with PostgreSQL 17
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t SET ACCESS METHOD DEFAULT;
