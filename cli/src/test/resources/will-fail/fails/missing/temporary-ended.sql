-- 42P01: a temporary table of an earlier migration
CREATE TABLE users (id bigint PRIMARY KEY);
DROP TABLE users;
-- migration
SELECT * FROM users;
