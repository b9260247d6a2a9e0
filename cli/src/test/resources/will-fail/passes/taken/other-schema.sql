-- passes: another schema
CREATE SCHEMA s;
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE s.users (id bigint PRIMARY KEY);
