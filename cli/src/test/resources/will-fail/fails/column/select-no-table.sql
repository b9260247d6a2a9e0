-- 42P01: missing from-clause entry for table b
CREATE TABLE a (id bigint, name text);
SELECT b.name FROM a;
