-- 42809: a materialized view
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
-- migration
INSERT INTO m VALUES (2);
