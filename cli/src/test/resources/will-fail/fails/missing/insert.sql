-- 42P01: rows of no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
INSERT INTO people (id) VALUES (1);
