-- 42703: an inserted column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
INSERT INTO users (id, email) VALUES (1, 'x');
