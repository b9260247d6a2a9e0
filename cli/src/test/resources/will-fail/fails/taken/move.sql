-- 42P07: moved to a schema with one of its name
CREATE SCHEMA s;
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE s.t (id bigint PRIMARY KEY);
-- migration
ALTER TABLE t SET SCHEMA s;
