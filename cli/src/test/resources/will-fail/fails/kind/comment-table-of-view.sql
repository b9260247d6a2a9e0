-- 42809: v is not a table
CREATE VIEW v AS SELECT 1 AS x;
COMMENT ON TABLE v IS 'x';
