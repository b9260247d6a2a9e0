-- 42703: an assigned column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
UPDATE users SET email = 'x' WHERE id = 1;
