-- 42830: no unique constraint
CREATE TABLE t (id bigint PRIMARY KEY, code text);
-- migration
CREATE TABLE u (code text REFERENCES t (code));
