-- 42P01: no table to truncate
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
TRUNCATE people;
