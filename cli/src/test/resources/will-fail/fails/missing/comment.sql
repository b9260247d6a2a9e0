-- 42P01: a comment on no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
COMMENT ON TABLE people IS 'x';
