-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
SELECT nmae FROM a;
