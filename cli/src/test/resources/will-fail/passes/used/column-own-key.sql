-- passes: a key of its own goes with it
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint PRIMARY KEY, t bigint REFERENCES t);
-- migration
ALTER TABLE u DROP COLUMN t;
