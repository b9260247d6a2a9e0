-- 42809: nor constraints
CREATE VIEW v AS SELECT 1 AS a;
-- migration
ALTER TABLE v ADD CONSTRAINT c CHECK (a > 0);
