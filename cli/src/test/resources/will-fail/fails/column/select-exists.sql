-- 42703: column a.ident does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.owner = a.ident);
