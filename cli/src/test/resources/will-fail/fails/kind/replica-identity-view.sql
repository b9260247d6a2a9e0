-- 42809: alter action replica identity cannot be performed on relation v
CREATE VIEW v AS SELECT 1 AS x;
ALTER TABLE v REPLICA IDENTITY FULL;
