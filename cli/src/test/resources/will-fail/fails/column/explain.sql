-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
EXPLAIN SELECT nmae FROM a;
