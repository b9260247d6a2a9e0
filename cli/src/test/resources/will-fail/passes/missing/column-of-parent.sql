-- passes: a parent's column
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE admins (level int) INHERITS (users);
-- migration
CREATE INDEX ON admins (email);
