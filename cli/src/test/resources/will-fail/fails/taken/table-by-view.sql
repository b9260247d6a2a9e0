-- 42P07: the name of a view
CREATE VIEW users AS SELECT 1 AS id;
-- migration
CREATE TABLE users (id bigint PRIMARY KEY);
