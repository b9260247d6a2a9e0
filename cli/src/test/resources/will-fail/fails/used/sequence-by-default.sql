-- 2BP01: a default
CREATE TABLE t (id bigserial PRIMARY KEY);
-- migration
DROP SEQUENCE t_id_seq;
