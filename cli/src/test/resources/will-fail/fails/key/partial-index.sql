-- 42830: a partial unique index
CREATE TABLE t (id bigint PRIMARY KEY, code text);
CREATE UNIQUE INDEX ON t (code) WHERE id > 0;
-- migration
CREATE TABLE u (code text REFERENCES t (code));
