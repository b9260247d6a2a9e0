-- 42701: a column twice
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE VIEW v AS SELECT id, id FROM t;
