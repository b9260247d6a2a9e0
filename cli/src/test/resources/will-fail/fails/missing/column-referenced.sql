-- 42703: the referenced column
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE orders (id bigint PRIMARY KEY, owner bigint REFERENCES users (uid));
