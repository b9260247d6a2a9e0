-- 42703: column nmae does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, name text);
INSERT INTO b (id, name) SELECT id, nmae FROM a;
