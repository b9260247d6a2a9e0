-- 42703: dropped before
CREATE TABLE users (id bigint PRIMARY KEY, name text);
ALTER TABLE users DROP COLUMN name;
-- migration
ALTER TABLE users DROP COLUMN name;
