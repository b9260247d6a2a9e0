-- 22007
CREATE TABLE t (id int, d date);
-- migration
CREATE VIEW v AS SELECT coalesce(d, '') AS c FROM t;
