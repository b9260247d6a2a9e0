-- passes since 16: statistics unnamed
CREATE TABLE t (a int, b int);
-- migration
CREATE STATISTICS ON a, b FROM t;
