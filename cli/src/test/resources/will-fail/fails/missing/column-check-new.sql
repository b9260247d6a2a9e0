-- 42703: in a new table
CREATE TABLE users (id bigint PRIMARY KEY, CHECK (age > 0));
