-- 42809: a view cannot replace a table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE OR REPLACE VIEW users AS SELECT 1 AS id;
