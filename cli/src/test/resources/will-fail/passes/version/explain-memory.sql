-- passes since 17: explain memory
CREATE TABLE t (a int, b int);
-- migration
EXPLAIN (MEMORY) SELECT a FROM t;
