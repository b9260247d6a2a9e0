-- 42704: no constraint to drop
CREATE TABLE t (id bigint PRIMARY KEY, a int);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_key;
