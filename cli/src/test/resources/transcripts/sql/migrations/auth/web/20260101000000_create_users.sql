CREATE TABLE users (id int PRIMARY KEY, name text);

-- DOWN Migration
-- DROP TABLE users;
