-- 42701: added twice
CREATE TABLE t (id bigint PRIMARY KEY, a int);
-- migration
ALTER TABLE t ADD COLUMN a int;
