-- 42809: a view has no own columns
CREATE VIEW v AS SELECT 1 AS a;
-- migration
ALTER TABLE v ADD COLUMN b int;
