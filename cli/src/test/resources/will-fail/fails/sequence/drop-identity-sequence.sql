-- 2BP01: cannot drop sequence a_id_seq because column id of table a requires it
CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY);
DROP SEQUENCE a_id_seq;
