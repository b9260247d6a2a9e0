-- passes: dropped before
CREATE TABLE users (id bigint PRIMARY KEY, a int);
CREATE INDEX i ON users (a);
-- migration
ALTER TABLE users DROP COLUMN a;
CREATE INDEX i ON users (id);
DROP TABLE users;
CREATE TABLE users (id bigint PRIMARY KEY);
