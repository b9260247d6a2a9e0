-- passes: another table's column of its name
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE TABLE u (id bigint PRIMARY KEY, a int);
CREATE VIEW v AS SELECT t.id, u.a FROM t JOIN u ON u.id = t.id;
-- migration
ALTER TABLE t DROP COLUMN a;
