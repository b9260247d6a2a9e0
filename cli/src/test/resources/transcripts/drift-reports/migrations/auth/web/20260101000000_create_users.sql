CREATE TABLE users (id int PRIMARY KEY);

-- DOWN Migration
-- DROP TABLE users;
