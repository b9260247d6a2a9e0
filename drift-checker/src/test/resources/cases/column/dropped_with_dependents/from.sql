CREATE TABLE t (a integer, b integer, c integer); CREATE INDEX i ON t (b, c); CREATE INDEX j ON t (c);
ALTER TABLE t ADD CONSTRAINT k CHECK (b > c); CREATE VIEW v AS SELECT a, b FROM t; CREATE STATISTICS s ON b, c FROM t;
