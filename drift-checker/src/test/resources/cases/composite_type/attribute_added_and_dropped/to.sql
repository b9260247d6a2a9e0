CREATE TYPE c AS (a integer, d date); CREATE TABLE t (x c);
