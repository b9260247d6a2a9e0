-- 42P01: a policy on no table
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE POLICY p ON people USING (true);
