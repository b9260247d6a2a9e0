-- 42P07: the name of a table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE VIEW users AS SELECT 1 AS id;
