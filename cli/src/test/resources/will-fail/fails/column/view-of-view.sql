-- 42703: column name does not exist
CREATE TABLE a (id bigint, name text);
CREATE VIEW v AS SELECT id FROM a;
CREATE VIEW w AS SELECT name FROM v;
