-- 2BP01: a foreign key
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
-- migration
ALTER TABLE t DROP CONSTRAINT t_pkey;
