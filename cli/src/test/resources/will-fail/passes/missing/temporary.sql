-- passes: a temporary table
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TEMP TABLE work AS SELECT id FROM users;
ALTER TABLE work ADD COLUMN a int;
INSERT INTO work (id, a) VALUES (1, 2);
DROP TABLE work;
