-- 42P01: the old name after a rename
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users RENAME TO people;
-- migration
ALTER TABLE users ADD COLUMN name text;
