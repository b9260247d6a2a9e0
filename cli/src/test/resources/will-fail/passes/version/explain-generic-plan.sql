-- passes since 16: explain generic plan
CREATE TABLE t (a int, b int);
-- migration
EXPLAIN (GENERIC_PLAN) SELECT a FROM t;
