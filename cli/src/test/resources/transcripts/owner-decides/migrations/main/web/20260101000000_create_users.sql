CREATE TABLE users (id bigint PRIMARY KEY);

-- DOWN Migration
-- DROP TABLE users;
