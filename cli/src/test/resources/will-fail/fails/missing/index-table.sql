-- 42P01: an index on no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE INDEX ON user_names (id);
