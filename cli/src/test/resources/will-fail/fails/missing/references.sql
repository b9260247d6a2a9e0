-- 42P01: a foreign key to no table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE orders (id bigint PRIMARY KEY, owner bigint REFERENCES user_accounts (id));
