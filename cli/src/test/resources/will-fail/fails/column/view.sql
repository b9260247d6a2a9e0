-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE VIEW v AS SELECT id, nmae FROM a;
