CREATE TABLE t (a bigint, b integer); CREATE STATISTICS s ON a, b FROM t;
