-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE STATISTICS s ON id, nmae FROM a;
