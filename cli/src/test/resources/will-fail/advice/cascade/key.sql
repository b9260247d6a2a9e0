-- passes: a key with users
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint REFERENCES t);
CREATE TABLE w (id bigint REFERENCES t, u bigint);
-- migration
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
