-- 42P01: invalid reference to from-clause entry for table a
CREATE TABLE a (id bigint, name text);
UPDATE a x SET name = 'y' WHERE a.id = 1;
