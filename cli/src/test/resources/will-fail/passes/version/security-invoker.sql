-- passes since 15: security invoker
CREATE TABLE t (a int, b int);
-- migration
CREATE VIEW v WITH (security_invoker) AS SELECT a FROM t;
