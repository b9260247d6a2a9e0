-- 42704: no constraint to validate
CREATE TABLE t (id bigint PRIMARY KEY, a int);
-- migration
ALTER TABLE t VALIDATE CONSTRAINT c;
