CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE user_credits (id int PRIMARY KEY REFERENCES users);
CREATE TABLE sessions (id int PRIMARY KEY);
