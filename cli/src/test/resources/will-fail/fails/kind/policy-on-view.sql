-- 42809: nor policies
CREATE VIEW v AS SELECT 1 AS a;
-- migration
CREATE POLICY p ON v USING (true);
