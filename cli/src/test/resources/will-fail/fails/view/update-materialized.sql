-- 42809: cannot change materialized view v
CREATE TABLE a (id bigint);
CREATE MATERIALIZED VIEW v AS SELECT id FROM a;
DELETE FROM v;
