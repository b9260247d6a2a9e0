-- 42809
CREATE SEQUENCE s;
-- migration
ALTER TABLE s RENAME COLUMN last_value TO x;
