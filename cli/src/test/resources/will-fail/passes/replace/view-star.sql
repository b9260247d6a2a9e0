-- passes: a star
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT * FROM t;
-- migration
CREATE OR REPLACE VIEW v AS SELECT a, b, 1 AS c FROM t;
