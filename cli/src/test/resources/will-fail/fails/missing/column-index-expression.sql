-- 42703: in an expression
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX ON users (lower(email));
