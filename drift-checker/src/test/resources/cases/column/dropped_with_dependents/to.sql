CREATE TABLE t (a integer, c integer); CREATE INDEX i ON t (c); CREATE INDEX j ON t (c);
CREATE VIEW v AS SELECT a, c AS b FROM t;
