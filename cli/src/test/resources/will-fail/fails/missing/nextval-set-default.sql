-- 42P01: relation a_id_seq does not exist
CREATE TABLE a (id bigint);
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('a_id_seq');
