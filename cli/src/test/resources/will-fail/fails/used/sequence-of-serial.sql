-- 2BP01: cannot drop sequence a_id_seq because other objects depend on it
CREATE TABLE a (id serial);
DROP SEQUENCE a_id_seq;
