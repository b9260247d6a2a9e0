-- 42P16: a column in between
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v AS SELECT a, b FROM t;
-- migration
CREATE OR REPLACE VIEW v AS SELECT a, c, b FROM t;
