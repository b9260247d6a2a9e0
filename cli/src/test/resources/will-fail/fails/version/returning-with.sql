-- 42601 until 17: returning with came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
UPDATE t SET a = 1 RETURNING WITH (OLD AS o, NEW AS n) o.a, n.a;
