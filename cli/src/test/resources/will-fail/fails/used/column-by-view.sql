-- 2BP01: a view
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a FROM t;
-- migration
ALTER TABLE t DROP COLUMN a;
