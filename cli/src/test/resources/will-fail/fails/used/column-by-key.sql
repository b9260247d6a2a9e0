-- 2BP01: a foreign key
CREATE TABLE t (id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE u (code text REFERENCES t (code));
-- migration
ALTER TABLE t DROP COLUMN code;
