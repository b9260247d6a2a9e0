-- passes: recreated views
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a FROM t;
-- migration
DROP VIEW v;
ALTER TABLE t DROP COLUMN a;
CREATE VIEW v AS SELECT id FROM t;
