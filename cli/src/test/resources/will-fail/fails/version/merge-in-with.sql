-- 42601 until 14: merge in with came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
CREATE VIEW v AS SELECT 1 AS one;
EXPLAIN MERGE INTO t USING v ON t.a = v.one WHEN MATCHED THEN DELETE;
