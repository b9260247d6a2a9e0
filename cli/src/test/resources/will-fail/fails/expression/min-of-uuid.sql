-- 42883 until 17
CREATE TABLE t (id uuid);
-- migration
CREATE VIEW v AS SELECT min(id) AS s FROM t;
