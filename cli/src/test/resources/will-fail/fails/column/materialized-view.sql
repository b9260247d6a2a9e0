-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE MATERIALIZED VIEW v AS SELECT nmae FROM a;
