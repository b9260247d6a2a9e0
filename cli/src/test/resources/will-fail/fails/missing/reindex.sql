-- 42P01: relation a_key does not exist
CREATE TABLE a (id bigint);
REINDEX INDEX a_key;
