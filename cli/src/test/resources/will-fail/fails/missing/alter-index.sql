-- 42P01: relation a_key does not exist
CREATE TABLE a (id bigint);
ALTER INDEX a_key SET (fillfactor = 70);
