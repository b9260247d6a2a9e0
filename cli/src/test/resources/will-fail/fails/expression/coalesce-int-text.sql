-- 22P02
CREATE TABLE t (id int, a int);
-- migration
CREATE VIEW v AS SELECT coalesce(a, 'x') AS c FROM t;
