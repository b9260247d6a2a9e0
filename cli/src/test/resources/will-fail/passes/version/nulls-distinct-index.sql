-- passes since 15: nulls distinct index
CREATE TABLE t (a int, b int);
-- migration
CREATE UNIQUE INDEX ON t (a) NULLS DISTINCT;
