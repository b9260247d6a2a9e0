-- 42703: a generation expression
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ADD COLUMN low text GENERATED ALWAYS AS (lower(email)) STORED;
