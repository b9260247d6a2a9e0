-- 42704: no constraint to rename
CREATE TABLE t (id bigint PRIMARY KEY, a int);
-- migration
ALTER TABLE t RENAME CONSTRAINT c TO d;
