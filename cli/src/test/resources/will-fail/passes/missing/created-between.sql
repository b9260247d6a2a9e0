-- passes: created again
CREATE TABLE users (id bigint PRIMARY KEY);
DROP TABLE users;
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN name text;
