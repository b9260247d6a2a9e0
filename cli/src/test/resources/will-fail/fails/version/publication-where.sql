-- 42601 until 14: publication where came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
CREATE PUBLICATION pub FOR TABLE t WHERE (a > 1);
