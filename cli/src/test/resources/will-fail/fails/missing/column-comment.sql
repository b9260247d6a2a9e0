-- 42703: a comment on no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
COMMENT ON COLUMN users.email IS 'x';
