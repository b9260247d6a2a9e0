-- 42703: a type of no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ALTER COLUMN nmae TYPE varchar(20);
