-- passes: an alias of its name
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id AS a FROM t;
-- migration
ALTER TABLE t DROP COLUMN a;
