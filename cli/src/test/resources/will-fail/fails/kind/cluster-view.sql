-- 42809: alter action cluster on cannot be performed on relation v
CREATE VIEW v AS SELECT 1 AS x;
ALTER VIEW v CLUSTER ON i;
