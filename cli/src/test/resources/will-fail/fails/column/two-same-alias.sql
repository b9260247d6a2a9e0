-- 42712: table name a specified more than once
CREATE TABLE a (id bigint, name text);
SELECT 1 FROM a, a;
