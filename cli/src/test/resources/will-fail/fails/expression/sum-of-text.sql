-- 42883
CREATE TABLE t (id int, b text);
-- migration
CREATE VIEW v AS SELECT sum(b) AS s FROM t;
