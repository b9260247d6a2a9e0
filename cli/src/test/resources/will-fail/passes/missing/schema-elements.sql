-- passes: elements of a schema
CREATE SCHEMA s CREATE TABLE t (a int) CREATE VIEW v AS SELECT a FROM t;
-- migration
ALTER TABLE s.t ADD COLUMN b int;
