-- 2BP01: an identity
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- migration
DROP SEQUENCE t_id_seq;
