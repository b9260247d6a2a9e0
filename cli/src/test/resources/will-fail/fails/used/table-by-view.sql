-- 2BP01: a view
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
-- migration
DROP TABLE t;
