-- 42703: an index on no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX ON users (email);
