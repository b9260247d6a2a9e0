-- 42703: a check of no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0) NOT VALID;
