-- 42P07: renamed to another's name
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);
-- migration
ALTER INDEX i RENAME TO j;
