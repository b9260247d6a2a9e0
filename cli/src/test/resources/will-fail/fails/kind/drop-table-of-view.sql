-- 42809: a view
CREATE VIEW v AS SELECT 1 AS a;
-- migration
DROP TABLE v;
