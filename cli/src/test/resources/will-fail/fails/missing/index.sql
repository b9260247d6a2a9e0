-- 42704: no index to drop
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE INDEX i ON t (a);
DROP INDEX i;
-- migration
DROP INDEX i;
