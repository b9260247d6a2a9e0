-- 42703: a default of no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ALTER COLUMN email SET DEFAULT 'x';
