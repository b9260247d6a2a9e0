CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
CREATE STATISTICS s ON a, b, (a + b) FROM t;
CREATE PUBLICATION p FOR TABLE t (id, a, b);
