-- 42883
CREATE TABLE t (id int, b boolean);
-- migration
CREATE VIEW v AS SELECT max(b) AS s FROM t;
