-- 42P01: relation a_id_seq does not exist
CREATE TABLE a (id bigint);
SELECT setval('a_id_seq', 10);
