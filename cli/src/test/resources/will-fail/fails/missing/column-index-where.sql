-- 42703: in a condition
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX ON users (name) WHERE deleted_at IS NULL;
