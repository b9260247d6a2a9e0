-- passes: the new name
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users RENAME TO people;
-- migration
ALTER TABLE people ADD COLUMN name text;
