-- 42703: renamed before
CREATE TABLE users (id bigint PRIMARY KEY, name text);
ALTER TABLE users RENAME COLUMN name TO title;
-- migration
ALTER TABLE users RENAME COLUMN name TO label;
