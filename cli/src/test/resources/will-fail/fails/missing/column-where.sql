-- 42703: in a condition of a delete
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
DELETE FROM users WHERE email = 'x';
