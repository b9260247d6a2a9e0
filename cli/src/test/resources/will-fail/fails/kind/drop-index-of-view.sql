-- 42809: v is not an index
CREATE VIEW v AS SELECT 1 AS x;
DROP INDEX v;
