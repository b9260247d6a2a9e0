-- 42703: a key of no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ADD CONSTRAINT c UNIQUE (email);
