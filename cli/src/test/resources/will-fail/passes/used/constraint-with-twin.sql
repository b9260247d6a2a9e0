-- passes: another key serves
CREATE TABLE t (id bigint PRIMARY KEY, code text CONSTRAINT c UNIQUE);
CREATE TABLE u (id bigint REFERENCES t (id));
-- migration
ALTER TABLE t DROP CONSTRAINT c;
