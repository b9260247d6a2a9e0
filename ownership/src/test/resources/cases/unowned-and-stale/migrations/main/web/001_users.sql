CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE sessions (id int PRIMARY KEY);
ALTER TABLE sessions ADD COLUMN user_id int REFERENCES users;
CREATE TABLE "select" (id int);
CREATE TABLE other.things (id int);
