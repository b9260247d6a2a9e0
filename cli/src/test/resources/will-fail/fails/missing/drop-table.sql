-- 42P01: dropped twice
CREATE TABLE users (id bigint PRIMARY KEY);
DROP TABLE users;
-- migration
DROP TABLE users;
