-- 42701: renamed to another's name
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int);
-- migration
ALTER TABLE t RENAME COLUMN a TO b;
