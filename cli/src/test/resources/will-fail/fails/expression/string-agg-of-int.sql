-- 42883
CREATE TABLE t (id int);
-- migration
CREATE VIEW v AS SELECT string_agg(id, ',') AS s FROM t;
