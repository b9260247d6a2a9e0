-- 42809: nor indexes
CREATE VIEW v AS SELECT 1 AS a;
-- migration
CREATE INDEX ON v (a);
