-- 22023 until 14: security invoker came with PostgreSQL 15
CREATE TABLE t (a int, b int);
-- migration
CREATE VIEW v WITH (security_invoker) AS SELECT a FROM t;
