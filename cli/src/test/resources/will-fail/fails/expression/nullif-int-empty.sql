-- 22P02
CREATE TABLE t (a int);
-- migration
CREATE VIEW v AS SELECT nullif(t.a, '') AS c FROM t;
