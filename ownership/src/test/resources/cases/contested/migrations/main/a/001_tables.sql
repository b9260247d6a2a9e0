CREATE TABLE user_one (id int);
CREATE TABLE user_of_user (id int);
CREATE TABLE shared (id int);
