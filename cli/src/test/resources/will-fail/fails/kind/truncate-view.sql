-- 42809: nor rows to truncate
CREATE VIEW v AS SELECT 1 AS a;
-- migration
TRUNCATE v;
