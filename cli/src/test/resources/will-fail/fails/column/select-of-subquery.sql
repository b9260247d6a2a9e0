-- 42703: column s.nmae does not exist
CREATE TABLE a (id bigint, name text);
SELECT s.nmae FROM (SELECT id, name FROM a) s;
