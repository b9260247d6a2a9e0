-- 42809: alter action set unlogged cannot be performed on relation v
CREATE VIEW v AS SELECT 1 AS x;
ALTER TABLE v SET UNLOGGED;
