-- 42P07: a key named like an index
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (a);
