CREATE TABLE accounts (id int PRIMARY KEY);
CREATE TABLE secret_keys (id int PRIMARY KEY);
