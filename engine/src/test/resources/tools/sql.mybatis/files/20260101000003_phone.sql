-- // 20260101000003_phone.sql
ALTER TABLE account ADD COLUMN phone text;

-- //@UNDO
SELECT 1;
