CREATE TABLE users (id bigint PRIMARY KEY, name text, balance int);
CREATE TABLE sessions (id bigint PRIMARY KEY);
-- DOWN Migration (Rollback)
-- DROP TABLE sessions;
-- DROP TABLE users;
