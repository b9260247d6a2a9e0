CREATE TABLE t (a integer); CREATE UNIQUE INDEX u ON t (a);
