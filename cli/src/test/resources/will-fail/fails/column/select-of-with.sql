-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
WITH s AS (SELECT id, name FROM a) SELECT nmae FROM s;
