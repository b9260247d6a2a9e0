-- 42703: column name does not exist
CREATE TABLE a (id bigint, name text);
ALTER TABLE a DROP COLUMN name;
CREATE VIEW v AS SELECT name FROM a;
