-- 42809: a materialized view
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
-- migration
DROP VIEW m;
