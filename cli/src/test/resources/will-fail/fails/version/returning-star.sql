-- 42P01 until 17: returning old.* came with PostgreSQL 18
CREATE TABLE t (a int, b int);
-- migration
WITH gone AS (DELETE FROM t RETURNING old.*) SELECT * FROM gone;
