-- 42703: column b.ownr does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
CREATE VIEW v AS SELECT a.id, b.ownr FROM a LEFT JOIN b ON b.owner = a.id;
