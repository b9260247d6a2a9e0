-- 42P07: an index of that name
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int);
CREATE INDEX i ON t (a);
-- migration
CREATE INDEX i ON t (b);
