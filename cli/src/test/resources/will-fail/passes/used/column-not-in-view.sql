-- passes: a column that the view does not name
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id FROM t;
-- migration
ALTER TABLE t DROP COLUMN a;
