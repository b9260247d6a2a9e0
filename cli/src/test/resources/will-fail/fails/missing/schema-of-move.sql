-- 3F000: a move to no schema
CREATE SCHEMA billing;
CREATE TABLE t (id bigint PRIMARY KEY);
ALTER TABLE t SET SCHEMA biling;
