-- 42P07: the name of a serial's sequence
CREATE TABLE t (id bigserial PRIMARY KEY);
-- migration
CREATE SEQUENCE t_id_seq;
