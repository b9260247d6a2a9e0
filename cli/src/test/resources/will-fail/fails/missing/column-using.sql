-- 42703: in USING
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ALTER COLUMN name TYPE int USING length(nmae);
