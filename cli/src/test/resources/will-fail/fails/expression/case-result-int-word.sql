-- 22P02
CREATE TABLE t (a int, b boolean);
-- migration
CREATE VIEW v AS SELECT CASE WHEN b THEN a ELSE 'none' END AS c FROM t;
