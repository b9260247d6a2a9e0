-- 2BP01: cannot drop column n of table a because other objects depend on it
CREATE TABLE a (id bigint, n int);
CREATE MATERIALIZED VIEW v AS SELECT n FROM a;
ALTER TABLE a DROP COLUMN n;
