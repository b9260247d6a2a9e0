-- // 20260101000002_name.sql
ALTER TABLE account ADD COLUMN name text;

-- //@UNDO
SELECT 1;
