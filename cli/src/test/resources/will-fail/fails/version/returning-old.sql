-- 42P01 until 17: returning old came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
UPDATE t SET a = 1 RETURNING old.a, new.a;
