CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t ADD COLUMN a integer;
CREATE STATISTICS s ON (a + b), a, b FROM t;
CREATE PUBLICATION p FOR TABLE t (b, a, id);
