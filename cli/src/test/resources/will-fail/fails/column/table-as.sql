-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b AS SELECT nmae FROM a;
