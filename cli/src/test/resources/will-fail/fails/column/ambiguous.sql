-- 42702: column reference name is ambiguous
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, name text);
SELECT name FROM a JOIN b ON a.id = b.id;
