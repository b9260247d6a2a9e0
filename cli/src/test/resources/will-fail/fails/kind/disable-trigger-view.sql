-- 42809: alter action disable trigger all cannot be performed on relation v
CREATE VIEW v AS SELECT 1 AS x;
ALTER TABLE v DISABLE TRIGGER ALL;
