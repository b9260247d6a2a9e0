-- 42P07: renamed to another's name
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint PRIMARY KEY);
-- migration
ALTER TABLE t RENAME TO u;
