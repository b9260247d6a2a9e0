-- passes: the name is free
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users RENAME TO old_users;
-- migration
CREATE TABLE users (uid bigint PRIMARY KEY);
