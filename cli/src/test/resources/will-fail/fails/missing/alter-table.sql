-- 42P01: a table that no migration creates
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
ALTER TABLE usres ADD COLUMN name text;
