-- 42703: column ownr does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
DELETE FROM a WHERE id IN (SELECT ownr FROM b);
