-- 42P07: created twice in one migration
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
