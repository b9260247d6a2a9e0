-- 42883
CREATE TABLE t (g jsonb);
-- migration
CREATE VIEW v AS SELECT json_typeof(g) AS y FROM t;
