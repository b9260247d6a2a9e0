-- 42601 until 14: publication columns came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
CREATE PUBLICATION pub FOR TABLE t (a);
