CREATE TABLE t (a integer, b integer); CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT a FROM t;
