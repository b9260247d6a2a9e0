-- passes: the key was dropped
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint CONSTRAINT c REFERENCES t);
-- migration
ALTER TABLE u DROP CONSTRAINT c;
DROP TABLE t;
