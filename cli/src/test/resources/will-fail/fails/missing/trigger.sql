-- 42704: no trigger to drop
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
DROP TRIGGER g ON t;
