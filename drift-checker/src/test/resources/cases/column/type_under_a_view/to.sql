CREATE TABLE t (a integer, b text);
ALTER TABLE t ALTER a TYPE bigint;
CREATE VIEW v AS SELECT a, b FROM t;
