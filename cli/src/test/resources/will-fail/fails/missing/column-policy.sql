-- 42703: a policy on no column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
CREATE POLICY p ON users USING (owner = current_user);
