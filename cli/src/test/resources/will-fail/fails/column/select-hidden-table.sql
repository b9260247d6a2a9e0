-- 42P01: invalid reference to from-clause entry for table a
CREATE TABLE a (id bigint, name text);
SELECT a.name FROM a x;
