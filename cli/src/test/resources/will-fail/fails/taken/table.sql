-- 42P07: created twice
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE users (id bigint PRIMARY KEY);
