-- 42703: column x.nmae does not exist
CREATE TABLE a (id bigint, name text);
SELECT x.nmae FROM a x;
