-- 42809: alter action enable row security cannot be performed on relation v
CREATE VIEW v AS SELECT 1 AS x;
ALTER TABLE v ENABLE ROW LEVEL SECURITY;
