-- 42703: column b.ownr does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
DELETE FROM a USING b WHERE b.ownr = a.id;
