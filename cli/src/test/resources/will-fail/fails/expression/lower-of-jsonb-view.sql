-- 42883
CREATE TABLE t (id int, g jsonb);
-- migration
CREATE VIEW v AS SELECT lower(g) AS l FROM t;
