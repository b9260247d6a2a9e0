-- 42P07: the name of a table
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE TABLE u (id bigint PRIMARY KEY);
-- migration
CREATE INDEX u ON t (a);
