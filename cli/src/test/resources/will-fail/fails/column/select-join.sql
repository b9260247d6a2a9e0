-- 42703: column b.ownr does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
SELECT a.name FROM a JOIN b ON b.ownr = a.id;
