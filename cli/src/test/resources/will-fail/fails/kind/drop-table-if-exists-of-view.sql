-- 42809: IF EXISTS does not help
CREATE VIEW v AS SELECT 1 AS a;
-- migration
DROP TABLE IF EXISTS v;
